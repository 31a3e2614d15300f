"""A proxy before the server's socket that passes on everything, until it is told to cut."""
import os
import pathlib
import socket
import threading


class Proxy:
    """Clients connect by host=folder. cut() drops them; with keep_server the server is not told, as when a cable is pulled."""

    def __init__(self, folder):
        self.folder = folder
        self.pairs = []
        self.kept = []
        self.server = str(pathlib.Path(os.environ["PGHOST"]) / f".s.PGSQL.{os.environ['PGPORT']}")
        self.listener = socket.socket(socket.AF_UNIX)
        self.listener.bind(str(folder / f".s.PGSQL.{os.environ['PGPORT']}"))
        self.listener.listen()
        threading.Thread(target=self.accept, daemon=True).start()

    def accept(self):
        while True:
            client, _ = self.listener.accept()
            server = socket.socket(socket.AF_UNIX)
            server.connect(self.server)
            self.pairs.append((client, server))
            threading.Thread(target=self.pass_on, args=(client, server), daemon=True).start()
            threading.Thread(target=self.pass_on, args=(server, client), daemon=True).start()

    def pass_on(self, source, sink):
        try:
            while data := source.recv(65536):
                sink.sendall(data)
        except OSError:
            pass
        if source not in self.kept and sink not in self.kept:
            shut(source)
            shut(sink)

    def cut(self, keep_server=False):
        if keep_server:
            self.kept += [server for _, server in self.pairs]
        for client, server in self.pairs:
            shut(client)
            if not keep_server:
                shut(server)
        self.pairs = []

    def let_go(self):
        """The server learns that who was cut is gone."""
        for server in self.kept:
            shut(server)
        self.kept = []


def shut(end):
    try:
        end.shutdown(socket.SHUT_RDWR)
    except OSError:
        pass
    end.close()
