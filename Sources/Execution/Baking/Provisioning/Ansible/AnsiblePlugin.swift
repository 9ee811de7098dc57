/// The connection plugin that `ansible-playbook` gets: every command and file goes to us by a local socket.
///
/// A message is a count of fields in one byte, then each field behind its length in eight bytes. It asks `run` (command, input,
/// user), `put` (path here, path there) or `fetch` (path there, path here); the answer is `ended` (code, output, errors),
/// `done` or `failed` (why).
enum AnsiblePlugin {
  /// The names under which the plugin is found: its own, and that of the plugin for docker's containers, which templates
  /// for Packer name to reach a container of theirs.
  static let names = ["ovenproof", "docker"]

  /// The variables by which the plugin knows where to ask, and how the container may be called.
  static let socketVariable = "OVENPROOF_CONTAINER_SOCKET"
  static let namesVariable = "OVENPROOF_CONTAINER_NAMES"

  /// The plugin's text under one of its names.
  static func text(named name: String) -> String { source.replacing("@NAME@", with: name) }

  private static let source = #"""
    DOCUMENTATION = r"""
    name: @NAME@
    author: Ovenproof
    short_description: the container that a build works in
    description: Hands commands and files to the build that started this play.
    options:
      remote_addr:
        description: the container's name
        default: inventory_hostname
        vars: [{name: inventory_hostname}, {name: ansible_host}, {name: ansible_docker_host}]
      remote_user:
        description: the user of Ansible's own `docker` connection
        vars: [{name: ansible_user}, {name: ansible_docker_user}]
        env: [{name: ANSIBLE_REMOTE_USER}]
        ini: [{section: defaults, key: remote_user}]
        keyword: [{name: remote_user}]
    """

    import os
    import shlex
    import socket
    import struct

    from ansible.errors import AnsibleConnectionFailure, AnsibleError, AnsibleFileNotFound
    from ansible.plugins.connection import ConnectionBase


    class Connection(ConnectionBase):
        transport = "@NAME@"
        has_pipelining = True

        def _connect(self):
            if self.transport == "docker":
                names = os.environ.get("OVENPROOF_CONTAINER_NAMES", "").split("\n")
                name = self.get_option("remote_addr")
                if name not in names:
                    raise AnsibleConnectionFailure("`%s` is not the container of this build" % name)
            self._connected = True
            return self

        def exec_command(self, cmd, in_data=None, sudoable=True):
            super(Connection, self).exec_command(cmd, in_data=in_data, sudoable=sudoable)
            data = _bytes(in_data or b"")
            if sudoable and self.become and self.become.expect_prompt():
                password = self.become.get_option("become_pass", playcontext=self._play_context)
                data = _bytes(password) + b"\n" + data
            code, output, errors = self._ask("run", cmd, data, self._user())
            return int(code), output, errors

        def put_file(self, in_path, out_path):
            super(Connection, self).put_file(in_path, out_path)
            if not os.path.exists(in_path):
                raise AnsibleFileNotFound("there is no file `%s`" % in_path)
            if not self._user():
                self._ask("put", os.path.abspath(in_path), out_path)
                return
            with open(in_path, "rb") as file:
                code, _, errors = self._ask("run", "cat > " + shlex.quote(out_path), file.read(), self._user())
            if int(code) != 0:
                raise AnsibleError("`%s` cannot be written: %r" % (out_path, errors))

        def fetch_file(self, in_path, out_path):
            super(Connection, self).fetch_file(in_path, out_path)
            self._ask("fetch", in_path, os.path.abspath(out_path))

        def close(self):
            self._connected = False

        def _user(self):
            return self.get_option("remote_user") or "" if self.transport == "docker" else ""

        def _ask(self, *fields):
            try:
                with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as channel:
                    channel.connect(os.environ["OVENPROOF_CONTAINER_SOCKET"])
                    message = struct.pack(">B", len(fields))
                    for field in map(_bytes, fields):
                        message += struct.pack(">Q", len(field)) + field
                    channel.sendall(message)
                    count = struct.unpack(">B", _read(channel, 1))[0]
                    answer = [_read(channel, struct.unpack(">Q", _read(channel, 8))[0]) for _ in range(count)]
            except (OSError, KeyError, struct.error) as error:
                raise AnsibleConnectionFailure("the build does not answer: %s" % error)
            if answer[0] == b"failed":
                raise AnsibleError(answer[1].decode("utf-8", "replace"))
            return answer[1:]


    def _bytes(value):
        return value if isinstance(value, bytes) else str(value).encode("utf-8", "surrogateescape")


    def _read(channel, count):
        data = bytearray()
        while len(data) < count:
            part = channel.recv(min(1 << 20, count - len(data)))
            if not part:
                raise OSError("the answer breaks off")
            data += part
        return bytes(data)

    """#
}
