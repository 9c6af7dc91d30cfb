package dev.almanac.standin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ServerSocketFactory;

/** Server sockets whose connections can all be ended at once without a word, as a broken network ends them. */
final class CuttableSockets extends ServerSocketFactory {
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    @Override
    public ServerSocket createServerSocket() throws IOException {
        return new ServerSocket() {
            @Override
            public Socket accept() throws IOException {
                Socket accepted = super.accept();
                // Head and body are two packets: else the second may wait 40 ms for a delayed ACK.
                accepted.setTcpNoDelay(true);
                open.removeIf(Socket::isClosed);
                open.add(accepted);
                return accepted;
            }
        };
    }

    void cut() {
        open.forEach(socket -> {
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        open.clear();
    }

    /** How many connections are open. */
    int open() {
        open.removeIf(Socket::isClosed);
        return open.size();
    }

    @Override
    public ServerSocket createServerSocket(int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ServerSocket createServerSocket(int port, int backlog) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ServerSocket createServerSocket(int port, int backlog, InetAddress address) {
        throw new UnsupportedOperationException();
    }
}
