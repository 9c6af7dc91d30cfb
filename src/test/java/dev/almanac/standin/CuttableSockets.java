package dev.almanac.standin;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
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
                Socket accepted = new ClosingSocket();
                implAccept(accepted);
                // Head and body are two packets: else the second may wait 40 ms for a delayed ACK.
                accepted.setTcpNoDelay(true);
                open.removeIf(Socket::isClosed);
                open.add(accepted);
                return accepted;
            }
        };
    }

    /** Closes itself when the other side has gone: the server would keep the sockets of processes that were killed. */
    private static final class ClosingSocket extends Socket {
        @Override
        public OutputStream getOutputStream() throws IOException {
            return new FilterOutputStream(super.getOutputStream()) {
                @Override
                public void write(byte[] bytes, int offset, int length) throws IOException {
                    try {
                        out.write(bytes, offset, length);
                    } catch (IOException e) {
                        ClosingSocket.this.close();
                        throw e;
                    }
                }
            };
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return new FilterInputStream(super.getInputStream()) {
                @Override
                public int read(byte[] bytes, int offset, int length) throws IOException {
                    int read = -1;
                    try {
                        read = in.read(bytes, offset, length);
                    } finally {
                        if (read == -1) {
                            ClosingSocket.this.close();
                        }
                    }
                    return read;
                }
            };
        }
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
