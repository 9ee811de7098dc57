import Packer
import Plan
import Testing

struct ProvisionerPlanTests {
  @Test("plans chef-client in local mode: no server is cleaned, the command is the user's")
  func localMode() throws {
    let step = try ExamplePlan(
      provisioners: """
        {"type": "chef-client", "server_url": "http://localhost:8889", "skip_install": true, "prevent_sudo": true,
         "skip_clean_node": true, "skip_clean_client": true, "skip_clean_staging_directory": true,
         "run_list": ["recipe[app]"],
         "execute_command": "chef-client --local-mode -c {{.ConfigPath}} -j {{.JsonPath}}"}
        """
    ).provision
    #expect(
      step.commands == [
        "mkdir -p '/tmp/packer-chef-client'", "chmod 0777 '/tmp/packer-chef-client'",
        "chef-client --local-mode -c /tmp/packer-chef-client/client.rb -j /tmp/packer-chef-client/first-boot.json",
      ])
    #expect(step.effects.contains(.init(.runs, name: "recipe[app]")))
  }

  @Test("cleans the Chef server even after Chef has failed")
  func serverCleaning() throws {
    let step = try ExamplePlan(
      provisioners: "{\"type\": \"chef-client\", \"server_url\": \"http://c\", \"node_name\": \"n\"}"
    ).provision
    guard case .provision(let operations) = step.action else { return }
    let inner = operations.compactMap { operation -> [String]? in
      if case .runThenAlways(_, let after) = operation { after.flatMap(\.commands) } else { nil }
    }
    #expect(
      inner == [
        [
          "sudo knife node delete n -y -c /tmp/packer-chef-client/knife.rb",
          "sudo knife client delete n -y -c /tmp/packer-chef-client/knife.rb",
        ]
      ])
  }

  @Test(
    "writes variables by a format as Go does it, what is lacking and superfluous included",
    arguments: [
      ("%s='%s' ", "PACKER_BUILDER_TYPE='docker' PACKER_BUILD_NAME='web' "),
      ("%s=%q;%%", #"PACKER_BUILDER_TYPE="docker";%PACKER_BUILD_NAME="web";%"#),
      ("%[2]s %[1]v,", "docker PACKER_BUILDER_TYPE,web PACKER_BUILD_NAME,"),
      ("%s,", "PACKER_BUILDER_TYPE,%!(EXTRA string=docker)PACKER_BUILD_NAME,%!(EXTRA string=web)"),
      (
        "A",
        "A%!(EXTRA string=PACKER_BUILDER_TYPE, string=docker)A%!(EXTRA string=PACKER_BUILD_NAME, string=web)"
      ),
      (
        "%s%s%s%d",
        "PACKER_BUILDER_TYPEdocker%!s(MISSING)%!d(MISSING)PACKER_BUILD_NAMEweb%!s(MISSING)%!d(MISSING)"
      ),
      (
        "%d%s%",
        "%!d(string=PACKER_BUILDER_TYPE)docker%!(NOVERB)%!d(string=PACKER_BUILD_NAME)web%!(NOVERB)"
      ),
    ])
  func variables(_ format: String, _ written: String) throws {
    let step = try ExamplePlan(
      """
      {"builders": [{"type": "docker", "name": "web", "image": "a:1", "commit": true}],
       "provisioners": [{"type": "shell", "inline": ["id"], "env_var_format": "\(format)", "execute_command": "{{.Vars}}"}]}
      """
    ).provision
    #expect(step.commands[1] == written)
  }

  @Test("renders `{{if .Sudo}}` in a command of the user's")
  func conditional() throws {
    let step = try ExamplePlan(
      provisioners: """
        {"type": "chef-solo", "skip_install": true, "execute_command": "{{if .Sudo}}sudo -E {{end}}chef-solo -c {{.ConfigPath}}"}
        """
    ).provision
    #expect(step.commands.last == "sudo -E chef-solo -c /tmp/packer-chef-solo/solo.rb")
  }

  @Test("writes the node's JSON as Packer does, secrets and holes kept apart")
  func nodeJSON() throws {
    let example = try ExamplePlan(
      """
      {"variables": {"k": "s3\\"cr3t"}, "sensitive-variables": ["k"],
       "builders": [{"type": "docker", "image": "a:1", "commit": true}],
       "provisioners": [{"type": "chef-solo", "skip_install": true, "run_list": ["app"],
         "json": {"b": {"key": "{{user `k`}}", "n": 1.50, "list": [], "map": {}, "yes": true, "html": "<a & b>"},
                  "a": null, "run_list": ["other"]}}]}
      """)
    guard case .provision(let operations) = example.provision.action else { return }
    let nodes = operations.compactMap { operation -> RunText? in
      guard case .uploadFile(let upload) = operation, case .generated(let text) = upload.content else {
        return nil
      }
      return upload.destination.shown.hasSuffix("node.json") ? text : nil
    }
    #expect(
      nodes.first?.complete == """
        {
          "a": null,
          "b": {
            "html": "\\u003ca \\u0026 b\\u003e",
            "key": "s3\\"cr3t",
            "list": [],
            "map": {},
            "n": 1.50,
            "yes": true
          },
          "run_list": [
            "app"
          ]
        }
        """)
    #expect(nodes.first?.shown.contains("s3") == false)
  }

  @Test("sends a file whose kind only the run can tell as what it will be")
  func generatedSource() throws {
    let step = try ExamplePlan(
      provisioners:
        "{\"type\": \"file\", \"source\": \"out\", \"destination\": \"/opt/\", \"generated\": true}"
    ).provision
    guard case .provision(let operations) = step.action,
      case .uploadPath(let source, let destination)? = operations.last
    else {
      Issue.record("\(step.action)")
      return
    }
    #expect(source.shown == "out")
    #expect(destination.shown == "/opt/")
  }

  @Test("skips shell-local on a system that `only_on` leaves out")
  func onlyOn() throws {
    let step = try ExamplePlan(
      provisioners: "{\"type\": \"shell-local\", \"command\": \"make\", \"only_on\": [\"windows\"]}"
    ).provision
    guard case .provision(let operations) = step.action else { return }
    #expect(operations.count == 1)
    #expect(step.title == "skip shell-local: `only_on` leaves this system out")
  }

  @Test("runs shell-local's scripts with their path, lines and ending")
  func shellLocal() throws {
    let step = try ExamplePlan(
      provisioners: """
        {"type": "shell-local", "inline": ["a", "b"], "environment_vars": ["X=y"], "tempfile_extension": ".py"},
        {"type": "shell-local", "script": "x.sh", "execute_command": ["bash", "{{.Script}}"], "valid_exit_codes": [0, 3]}
        """, ["x.sh": ""]
    ).build
    func run(_ step: Step) -> HostRun? {
      guard case .provision(let operations) = step.action, case .runOnHost(let run)? = operations.last else {
        return nil
      }
      return run
    }
    let first = try #require(run(step.steps[1]))
    #expect(first.script?.shown == "#!/bin/sh -e\na\nb\n")
    #expect(first.scriptExtension == "py")
    #expect(
      first.arguments.map(\.shown) == [
        "/bin/sh", "-c", "PACKER_BUILDER_TYPE='docker' PACKER_BUILD_NAME='docker' X='y'  <script>",
      ])
    let second = try #require(run(step.steps[2]))
    #expect(second.arguments.map(\.shown) == ["bash", "/x.sh"])
    #expect(second.allowedExitCodes == [0, 3])
  }

  struct Reason: Sendable, CustomTestStringConvertible {
    let type: String
    var options = "\"x\": 1"
    let words: String
    var testDescription: String { "\(type) \(options)" }
  }

  static let reasons = [
    Reason(type: "powershell", words: "Windows"), Reason(type: "windows-restart", words: "Windows"),
    Reason(type: "inspec", words: "over ssh"),
    Reason(
      type: "salt-masterless", options: "\"guest_os_type\": \"windows\"", words: "containers here are Linux"),
    Reason(
      type: "salt-masterless", options: "\"formulas\": [\"https://x/y.git//z\"]",
      words: "does not fetch `formulas`"),
    Reason(type: "nonsense", words: "not known here"),
  ]

  @Test("says in words why a provisioner is not run here", arguments: reasons)
  func unsupported(_ example: Reason) throws {
    let step = try ExamplePlan(provisioners: "{\"type\": \"\(example.type)\", \(example.options)}")
      .provision
    guard case .unsupported(let reason) = step.action else {
      Issue.record("\(step.action)")
      return
    }
    #expect(reason.contains(example.words))
    #expect(reason.contains("`\(example.type)`"))
  }
}
