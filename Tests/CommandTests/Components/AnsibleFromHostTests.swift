import Host
import Support
import Testing

/// The provisioner `ansible`: the real `ansible-playbook` of the host works in our containers, and does what it does in
/// Packer's.
@Suite(
  .enabled(
    if: Machine.runs(
      .engines, needing: "root, runc, mmdebstrap and ansible-playbook (plays from the host)",
      isThere: Machine.isRoot && ["runc", "mmdebstrap", "ansible-playbook"].allSatisfy(Machine.hasProgram))),
  .serialized, .timeLimit(.minutes(20)))
struct AnsibleFromHostTests {
  private static let base = "localhost/ovenproof-ansible-base:1"

  private static func template(_ options: String, builder: String = "") -> String {
    """
    {
      "builders": [{"type": "docker", "image": "\(base)", "pull": false, "commit": true\(builder)}],
      "provisioners": [{"type": "ansible", "playbook_file": "play.yml"\(options)}],
      "post-processors": [{"type": "docker-tag", "repository": "localhost/played", "tags": ["1"]}]
    }
    """
  }

  private static let playbook = """
    - hosts: web
      gather_facts: true
      tasks:
        - copy: {content: "{{ word }} {{ ansible_distribution }} {{ packer_build_name }}\\n", dest: /etc/played, mode: "0640"}
        - template: {src: motd.j2, dest: /etc/motd}
        - shell: "cat > /etc/typed; echo $HOME >> /etc/typed"
          args: {stdin: "typed in"}
        - script: tell.sh
        - fetch: {src: /etc/played, dest: fetched, flat: true}
        - set_fact: {here: "{{ lookup('pipe', 'echo host') }}"}
        - copy: {content: "{{ here }} {{ lookup('env', 'FROM_TEMPLATE') }}\\n", dest: /etc/here}
        - command: test -e /no/such/file
          register: missing
          failed_when: missing.rc != 1
        - name: on the host
          delegate_to: localhost
          copy: {content: "{{ inventory_hostname }}\\n", dest: delegated}
    """

  private static let files = [
    "play.yml": playbook, "motd.j2": "welcome to {{ inventory_hostname }} in {{ group_names | join(' ') }}\n",
    "tell.sh": "#!/bin/sh\necho told > /etc/told\n", "group_vars/web.yml": "word: hello\n",
    "machine.json": template(
      #", "groups": ["web"], "empty_groups": ["db"], "host_alias": "box", "extra_arguments": ["-e", "x=y", "-v"], "ansible_env_vars": ["FROM_TEMPLATE=yes"]"#
    ),
    "machine.spec.yaml": """
    files:
      /etc/played: {contents: ["hello Debian docker"], mode: "0640", owner: root}
      /etc/motd: {contents: [welcome to box in web]}
      /etc/typed: {contents: ["typed in", "/root"]}
      /etc/told: {contents: [told]}
      /etc/here: {contents: [host yes]}
      /root/.ansible/tmp/*/*: {count: 0}
    """,
  ]

  @Test func `plays in a native container`() async throws {
    try await Program.withImage("machine", as: Self.base, Self.files) { program in
      let planned = try await program("plan", "-v", "machine.json")
      #expect(
        planned.output.contains(
          "ansible-playbook -e packer_build_name=\"docker\" -e packer_builder_type=docker"))
      #expect(planned.output.contains("inventory: [web]"), "\(planned.output)")
      let answer = try await program("test", "machine.json")
      #expect(answer.status == 0, "\(answer.output)\(answer.error)")
      #expect(try CaseFolder.bytes(of: program.folder + "/fetched") == Array("hello Debian docker\n".utf8))
      #expect(try CaseFolder.bytes(of: program.folder + "/delegated") == Array("box\n".utf8))
    }
  }

  @Test func `a rehearsal checks the playbook and changes nothing`() async throws {
    var files = Self.files
    files["play.yml"] = "- hosts: all\n  tasks:\n    - copy: {content: x, dest: /etc/played}\n"
    try await Program.withImage("machine", as: Self.base, files) { program in
      let answer = try await program("build", "--dry-run", "machine.json")
      #expect(answer.status == 0, "\(answer.output)\(answer.error)")
      #expect(answer.error.contains("changed: [box]"), "\(answer.error)")
      try HostFile.write(Array("- hosts: all\n  tusks: []\n".utf8), to: program.folder + "/play.yml")
      let broken = try await program("build", "--dry-run", "machine.json")
      #expect(broken.status == 1 && broken.error.contains("not a valid attribute"), "\(broken.error)")
    }
  }

  @Test func `a failing task fails the build with its words, secrets masked`() async throws {
    let template = Self.template(#", "extra_arguments": ["-e", "word={{user `secret`}}"]"#).replacing(
      "{\n  \"builders\"",
      with:
        "{\n  \"variables\": {\"secret\": \"hunter2\"}, \"sensitive-variables\": [\"secret\"],\n  \"builders\""
    )
    let play = "- hosts: all\n  gather_facts: false\n  tasks:\n    - raw: 'echo {{ word }}; exit 7'\n"
    try await Program.withImage("machine", as: Self.base, ["machine.json": template, "play.yml": play]) {
      program in
      let answer = try await program("build", "machine.json")
      #expect(answer.status == 1, "\(answer.output)\(answer.error)")
      #expect(answer.output.contains("`ansible-playbook` failed: exit code 2"), "\(answer.output)")
      #expect(!(answer.output + answer.error).contains("hunter2"))
      let leftovers = try await program.leftovers()
      #expect(leftovers == "")
    }
  }

  /// Templates for Packer and docker hand the container to Ansible's `docker` connection by the name of `run_command`.
  @Test func `the docker connection of a template finds our container and no other`() async throws {
    let run = #", "run_command": ["-d", "-i", "-t", "--name", "baked", "{{.Image}}", "/bin/bash"]"#
    let options =
      #", "user": "root", "extra_arguments": ["-e", "ansible_connection=docker ansible_host=NAME"]"#
    let play =
      "- hosts: all\n  gather_facts: false\n  tasks:\n    - raw: 'echo x > /etc/played'\n    - copy: {content: y, dest: /etc/copied}\n"
    func template(_ name: String) -> String {
      Self.template(options.replacing("NAME", with: name), builder: run)
    }
    try await Program.withImage(
      "machine", as: Self.base,
      [
        "baked.json": template("baked"), "other.json": template("other"), "play.yml": play,
      ]
    ) {
      program in
      for (name, status) in [("baked", Int32(0)), ("other", 1)] {
        let answer = try await program("build", name + ".json")
        #expect(answer.status == status, "\(answer.output)\(answer.error)")
        #expect(
          answer.error.contains("`other` is not the container of this build") == (name == "other"),
          "\(answer.error)")
      }
    }
  }

  @Test func `a galaxy file is installed first, and an absent program is told before anything is started`()
    async throws
  {
    let options = #", "galaxy_file": "wanted.yml", "roles_path": "roles", "galaxy_command": "./galaxy.sh""#
    let galaxy =
      "#!/bin/sh\necho \"asked: $*\"\nmkdir -p roles/r/tasks\necho '- raw: echo role > /etc/role' > roles/r/tasks/main.yml\n"
    let play = "- hosts: all\n  gather_facts: false\n  roles: [r]\n"
    let files = [
      "machine.json": Self.template(options), "play.yml": play, "galaxy.sh": galaxy,
      "wanted.yml": "roles:\n  - name: r\n", "machine.spec.yaml": "files: {/etc/role: {contents: [role]}}\n",
    ]
    try await Program.withImage("machine", as: Self.base, files) { program in
      let early = try await program("build", "machine.json")
      #expect(early.status == 1 && early.output.contains("`./galaxy.sh` is not installed"), "\(early.output)")
      #expect(early.output.contains("nothing was started"))
      _ = try await Command(["chmod", "755", program.folder + "/galaxy.sh"]).output()
      let answer = try await program("test", "machine.json")
      #expect(answer.status == 0, "\(answer.output)\(answer.error)")
      #expect(answer.error.contains("asked: install -r wanted.yml -p roles"), "\(answer.error)")
      #expect(!answer.error.contains("asked: collection"))
    }
  }

  /// The same play by Packer and docker, by us and docker, and by us alone.
  @Test(
    .enabled(
      if: Machine.runs(
        .oracles, needing: "packer and dockerd (plays from the host)",
        isThere: DockerDaemon.isThere && Machine.hasProgram("packer"))))
  func `leaves what Packer's ansible leaves, on both engines`() async throws {
    let tar = try await Script.run("base-image", ["machine"], deadline: 900)
    try await DockerDaemon.with { host in try await compare(tar, dockerHost: host) }
  }

  private func compare(_ tar: String, dockerHost: String) async throws {
    try await Program.withImage("machine", as: Self.base, Self.files) { program in
      var program = program
      program.environment["DOCKER_HOST"] = dockerHost
      func docker(_ arguments: String...) async throws -> String {
        let command = Command(
          ["docker"] + arguments, environment: .inherited(adding: ["DOCKER_HOST": dockerHost]), deadline: 300)
        return String(decoding: try await command.output().output, as: UTF8.self)
      }
      _ = try await docker("import", tar, Self.base)
      let listing = [
        "sh", "-c",
        "find /etc /root /tmp -newer /etc/debian_version -type f -not -name hostname -not -name hosts -not -name resolv.conf -not -path '*/__pycache__*' | sort | xargs -r stat -c '%n %a %U'; cat /etc/played /etc/motd /etc/typed /etc/told /etc/here",
      ]
      func state() async throws -> String {
        try await docker(
          "run", "--rm", "--network", "none", "--entrypoint", listing[0], "localhost/played:1", listing[1],
          listing[2])
      }
      let packer = try await Command(
        ["packer", "build", "machine.json"],
        environment: .inherited(adding: [
          "DOCKER_HOST": dockerHost, "CHECKPOINT_DISABLE": "1", "HOME": program.folder,
          // Packer's ssh server has an old kind of key only, and knows scp by its old protocol.
          "ANSIBLE_SSH_ARGS": "-o HostKeyAlgorithms=+ssh-rsa -o PubkeyAcceptedAlgorithms=+ssh-rsa",
          "ANSIBLE_SCP_EXTRA_ARGS": "-O",
        ]), workingDirectory: program.folder, deadline: 300
      ).output()
      #expect(packer.termination.succeeded, "\(String(decoding: packer.output, as: UTF8.self))")
      let theirs = try await state()
      let answer = try await program("build", "--engine", "docker", "machine.json")
      #expect(answer.status == 0, "\(answer.output)\(answer.error)")
      let ours = try await state()
      #expect(theirs.contains("hello Debian docker"), "\(theirs)")
      #expect(ours == theirs)
      let native = try await program("build", "machine.json")
      #expect(native.status == 0, "\(native.output)\(native.error)")
      let saved = try await program("image", "show", "localhost/played:1")
      #expect(saved.status == 0)
    }
  }
}
