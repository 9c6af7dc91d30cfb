// A bot on discord.js with Almanac's answers, for the bench: it looks them up by what was asked for.
// node bot.js answers.json, with DISCORD_TOKEN and DISCORD_API_URL.
import {readFileSync} from 'node:fs';
import {Client, GatewayIntentBits, MessageFlags} from 'discord.js';

const answers = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const [, api, version] = process.env.DISCORD_API_URL.match(/^(.*)\/v(\d+)$/);
const STRING = 3;
const INTEGER = 4;

const client = new Client({intents: [GatewayIntentBits.DirectMessages], rest: {api, version, globalRequestsPerSecond: Infinity}});

client.once('clientReady', () => client.application.commands.set([
  {name: 'year', description: 'A year', options: [{name: 'year', description: 'A year', type: STRING, required: true}]},
  {
    name: 'onthisday',
    description: 'A day',
    options: [
      {name: 'month', description: 'A month', type: STRING},
      {name: 'day', description: 'A day', type: INTEGER},
    ],
  },
  {name: 'random', description: 'Some event'},
]));

function found(interaction) {
  const of = answers[interaction.commandName];
  switch (interaction.commandName) {
    case 'year':
      return of[interaction.options.getString('year')];
    case 'onthisday':
      return of[`${interaction.options.getString('month')} ${interaction.options.getInteger('day')}`];
    default:
      return of[Math.floor(Math.random() * of.length)];
  }
}

client.on('interactionCreate', interaction => interaction.reply({
  flags: MessageFlags.IsComponentsV2,
  allowedMentions: {parse: []},
  components: found(interaction),
}));

process.on('SIGTERM', () => client.destroy().finally(() => process.exit()));

await client.login(process.env.DISCORD_TOKEN);
