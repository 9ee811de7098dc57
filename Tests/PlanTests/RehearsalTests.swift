import Packer
import Plan
import PlanSupport
import Source
import Testing

struct RehearsalTests {
  private func rehearsal(_ script: String, before: String = "") throws -> (ExamplePlan, Rehearsal) {
    let example = try ExamplePlan(
      provisioners: "\(before) {\"type\": \"shell\", \"script\": \"a.sh\"}", ["a.sh": script, "b.conf": ""])
    let step = try example.build.steps.last { $0.kind == .provision }.orThrow("a provisioner")
    return (example, step.rehearsal)
  }

  @Test("checks a script with its own interpreter and looks up what it calls")
  func shell() throws {
    let (example, rehearsal) = try rehearsal(
      "#!/bin/bash -e\nf() { id; }\nif true; then maybe; fi\nf\nsudo systemctl restart x\n\"$x\" a\n/usr/local/bin/y\n./z\n"
    )
    #expect(
      rehearsal.calls.map(\.value) == ["/bin/bash", "id", "sudo", "systemctl", "/usr/local/bin/y"])
    #expect(example.text(at: rehearsal.calls[2].location) == "sudo")
    #expect(rehearsal.laterCalls.isEmpty)
    #expect(rehearsal.limits.isEmpty)
    let commands = rehearsal.commands
    #expect(commands.first?.contains("/bin/bash -n /tmp/script_") == true)
  }

  @Test("tells calls of some runs, and words of bash, apart")
  func possible() throws {
    let (example, rehearsal) = try rehearsal(
      """
      #!/bin/sh
      if lsb_release -a; then pgrep x; fi
      while pgrep cloud-init; do sleep 1; done
      if command -v jq; then jq .; fi
      cowsay hello || true
      source /etc/profile
      if late; then later; fi
      """)
    #expect(rehearsal.calls.map(\.value) == ["/bin/sh"])
    #expect(rehearsal.bashWords.map { example.text(at: $0.location) } == ["source"])
    #expect(rehearsal.possibleCalls.map(\.value) == ["lsb_release", "pgrep", "sleep", "cowsay"])
  }

  @Test("looks up the program that a provisioner needs and does not bring")
  func neededPrograms() throws {
    let salt = #"{"type": "salt-masterless", "local_state_tree": "srv", "skip_bootstrap": true}"#
    for (provisioner, tool) in [
      (salt, "salt-call"), (#"{"type": "converge", "module": "m"}"#, "converge"),
      (#"{"type": "puppet-server", "puppet_bin_dir": "/opt/bin"}"#, "/opt/bin/puppet"),
    ] {
      #expect(try ExamplePlan(provisioners: provisioner).provision.rehearsal.calls.map(\.value) == [tool])
    }
    let after = try ExamplePlan(
      provisioners: #"{"type": "shell", "inline": ["apt-get install -y salt-minion"]}, \#(salt)"#)
    let step = try after.build.steps.last { $0.kind == .provision }.orThrow("a provisioner")
    #expect(step.rehearsal.calls.isEmpty && step.rehearsal.laterCalls.map(\.value) == ["salt-call"])
  }

  @Test("leaves open what the script itself, or a step before it, may bring")
  func installed() throws {
    let script = "apt-get install -y nginx\nnginx -t\ncurl -o /opt/x http://x\n/opt/x\n"
    let (_, alone) = try rehearsal(script)
    #expect(alone.calls.map(\.value) == ["apt-get"])
    #expect(alone.laterCalls.map(\.value) == ["nginx", "curl"])
    let (_, after) = try rehearsal(
      "jq .\n", before: "{\"type\": \"shell\", \"inline\": [\"apt-get install -y jq\"]},")
    #expect(after.calls.isEmpty)
    #expect(after.laterCalls.map(\.value) == ["jq"])
    let (_, behindFile) = try rehearsal(
      "jq .\n/opt/b.conf\n",
      before: "{\"type\": \"file\", \"source\": \"b.conf\", \"destination\": \"/opt/\"},")
    #expect(behindFile.calls.map(\.value) == ["jq"])
  }

  @Test("looks up what the command that starts a script calls")
  func executeCommand() throws {
    let example = try ExamplePlan(
      provisioners: """
        {"type": "shell", "inline": ["id"], "execute_command": "chmod +x {{.Path}}; sudo -E {{.Vars}} {{.Path}}"}
        """)
    let calls = example.provision.rehearsal.calls
    #expect(calls.map(\.value) == ["chmod", "sudo", "/bin/sh", "id"])
    #expect(example.text(at: calls[1].location).hasPrefix("chmod +x {{.Path}}"))
  }

  @Test(
    "checks other languages where a way is known, and says where none is",
    arguments: [
      ("#!/usr/bin/env python3\n", "python3 -c 'import ast"), ("#!/usr/bin/perl -w\n", "/usr/bin/perl -c "),
      ("#!/usr/bin/ruby\n", "/usr/bin/ruby -c "), ("echo a\n", "/bin/sh -n "),
    ])
  func languages(_ script: String, _ check: String) throws {
    let (_, rehearsal) = try rehearsal(script)
    #expect(rehearsal.commands.contains { $0.contains(check) })
    let (_, unknown) = try self.rehearsal("#!/usr/bin/awk -f\n")
    #expect(unknown.limits == ["no way is known to check what `/usr/bin/awk` reads without running it"])
  }

  @Test("says that a script is not there yet")
  func absent() throws {
    let rehearsal = try ExamplePlan(provisioners: "{\"type\": \"shell\", \"script\": \"none.sh\"}").provision
      .rehearsal
    #expect(rehearsal.limits == ["`none.sh` is not there to be read now"])
  }

  @Test("checks the folder of an upload unless a step before may make it")
  func folder() throws {
    let upload = "{\"type\": \"file\", \"source\": \"b.conf\", \"destination\": \"/etc/app/\"}"
    let alone = try ExamplePlan(provisioners: upload, ["b.conf": ""]).provision.rehearsal
    #expect(alone.commands == ["test -d '/etc/app'"])
    let onto = try ExamplePlan(provisioners: upload.replacing("app/", with: "app"), ["b.conf": ""]).provision
    #expect(onto.rehearsal.commands == ["test -d '/etc'", "test ! -d '/etc/app'"])
    let root = try ExamplePlan(provisioners: upload.replacing("etc/app/", with: "tmp"), ["b.conf": ""])
      .provision
    #expect(root.rehearsal.commands == ["test ! -d '/tmp'"])
    let whole = try ExamplePlan(
      provisioners: upload.replacing("app/", with: "app").replacing("b.conf", with: "b"), ["b/c": ""])
    #expect(whole.provision.rehearsal.commands == ["test -d '/etc'"])
    let after = try ExamplePlan(
      provisioners: "{\"type\": \"shell\", \"inline\": [\"mkdir -p /etc/app\"]}, \(upload)", ["b.conf": ""])
    #expect(after.build.steps[2].rehearsal.operations.isEmpty)
    #expect(after.build.steps[2].rehearsal.limits.count == 1)
  }

  @Test("hands the tools' own rehearsals what the run would upload")
  func tools() throws {
    let example = try ExamplePlan(
      provisioners: """
        {"type": "chef-solo", "cookbook_paths": ["c"], "prevent_sudo": true, "skip_install": true},
        {"type": "puppet-masterless", "manifest_file": "site.pp", "prevent_sudo": true, "extra_arguments": ["--verbose"]},
        {"type": "ansible-local", "playbook_file": "p.yml", "staging_directory": "/st"}
        """, ["c/a/recipes/default.rb": "", "site.pp": "", "p.yml": "[]"])
    let rehearsals = example.build.steps.filter { $0.kind == .provision }.map(\.rehearsal)
    #expect(rehearsals.map(\.requires) == [["chef-solo"], ["puppet"], ["ansible-playbook"]])
    #expect(
      rehearsals[0].commands.last
        == "chef-solo --no-color -c /tmp/packer-chef-solo/solo.rb -j /tmp/packer-chef-solo/node.json --why-run"
    )
    let puppet = rehearsals[1].commands
    #expect(puppet.contains("puppet parser validate /tmp/packer-puppet-masterless/manifests/site.pp"))
    #expect(
      puppet.last?.hasSuffix("--verbose --noop /tmp/packer-puppet-masterless/manifests/site.pp") == true)
    #expect(rehearsals[2].commands.last?.contains("--check -c local") == true)
  }

  @Test("does not try a puppet command that would not be told to change nothing")
  func ownCommand() throws {
    let step = try ExamplePlan(
      provisioners: """
        {"type": "puppet-masterless", "manifest_file": "site.pp", "execute_command": "puppet apply {{.ManifestFile}}"}
        """, ["site.pp": ""]
    ).provision
    #expect(step.rehearsal.trial.isEmpty)
    #expect(step.rehearsal.limits.contains { $0.contains("{{.ExtraArguments}}") })
  }

  @Test("tells what a script installs, makes and removes, and how surely")
  func effects() throws {
    let step = try ExamplePlan(
      provisioners: """
        {"type": "shell", "inline": ["apt-get install -y --no-install-recommends nginx=1.2 jq", "mkdir -p /srv/web",
         "echo a > /etc/motd", "rm -rf /var/lib/apt/lists /tmp/packer-*", "if x; then apk add curl; fi", "cp a /dev/null"]}
        """
    ).provision
    let effects = step.effects.dropFirst(2)
    #expect(
      Array(effects) == [
        .init(.installs, name: "nginx"), .init(.installs, name: "jq"), .init(.creates, path: "/srv/web"),
        .init(.creates, path: "/etc/motd"), .init(.removes, path: "/var/lib/apt/lists"),
        .init(.removes, path: "/tmp/packer-*", .maybe),
        .init(.installs, name: "curl", .maybe),
      ])
  }

  @Test("tells of users, services, downloads, edits and removals, and fills in variables")
  func furtherEffects() throws {
    let step = try ExamplePlan(
      provisioners: """
        {"type": "shell", "inline": ["useradd -r -s /bin/false app", "systemctl enable app.service",
         "curl -fsSL -o /opt/app.tgz https://example.com/app.tgz", "git clone https://example.com/a.git /opt/a",
         "sed -i 's/a/b/' /etc/app.conf", "P='x y'", "apt-get update && apt-get install -y $P", "apt-get purge -y z"]}
        """
    ).provision
    #expect(
      Array(step.effects.dropFirst(2)) == [
        .init(.creates, name: "user app"), .init(.changes, name: "service app.service"),
        .init(.downloads, name: "https://example.com/app.tgz"), .init(.creates, path: "/opt/app.tgz"),
        .init(.downloads, name: "https://example.com/a.git"), .init(.creates, path: "/opt/a"),
        .init(.changes, path: "/etc/app.conf"), .init(.installs, name: "x"), .init(.installs, name: "y"),
        .init(.removes, name: "z"),
      ])
  }
}

extension Rehearsal {
  /// The commands in the container, as they are shown.
  fileprivate var commands: [String] { (operations + trial).flatMap { $0.commands } }
}
