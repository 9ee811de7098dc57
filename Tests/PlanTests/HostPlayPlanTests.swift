import Packer
import Plan
import PlanSupport
import Testing

/// The provisioner `ansible`, as it is planned.
struct HostPlayPlanTests {
  private func operations(_ options: String, builder: String = "") throws -> [Operation] {
    let step = try ExamplePlan(
      """
      {"builders": [{"type": "docker", "image": "debian:12", "pull": false, "commit": true\(builder)}],
       "provisioners": [{"type": "ansible", "playbook_file": "play.yml"\(options)}]}
      """, ["play.yml": "- hosts: all\n", "wanted.yml": "roles: []\n"]
    ).provision
    guard case .provision(let operations) = step.action else { throw Absence(what: "operations") }
    return operations
  }

  private func play(_ options: String, builder: String = "") throws -> HostPlay {
    guard case .play(let play)? = try operations(options, builder: builder).last else {
      throw Absence(what: "a play")
    }
    return play
  }

  @Test("calls ansible-playbook with Packer's arguments, and the container by Packer's inventory")
  func arguments() throws {
    let play = try play(
      #", "extra_arguments": ["-vv"], "groups": ["web", "db"], "empty_groups": ["none"], "host_alias": "box", "user": "me""#
    )
    #expect(
      play.arguments.map(\.shown) == [
        "ansible-playbook", "-e", "packer_build_name=\"docker\"", "-e", "packer_builder_type=docker", "-vv",
        "-i",
        "<inventory>", "/play.yml",
      ])
    let line = "box ansible_host=127.0.0.1 ansible_user=me ansible_port=1\n"
    #expect(play.inventory?.content.shown == "\(line)[web]\n\(line)[db]\n\(line)[none]\n")
    #expect(
      play.environment.map { "\($0.name)=\($0.value.shown)" } == [
        "ANSIBLE_HOST_KEY_CHECKING=False", "ANSIBLE_SCP_IF_SSH=True",
      ])
  }

  @Test("takes an inventory, a template of its line, and variables of the user's")
  func own() throws {
    let own = try play(
      #", "inventory_file": "hosts", "ansible_env_vars": ["A=b=c"], "use_sftp": true, "ssh_host_key_file": "k""#
    )
    #expect(own.inventory == nil)
    #expect(own.arguments.dropLast().last?.shown == "hosts")
    #expect(own.environment.map { "\($0.name)=\($0.value.shown)" } == ["A=b=c"])
    let template = try play(
      #", "inventory_file_template": "{{ .HostAlias }} ansible_host={{ .Host }} ansible_user={{ .User }}", "inventory_directory": "inv", "keep_inventory_file": true"#
    )
    #expect(template.inventory?.content.shown == "default ansible_host=127.0.0.1 ansible_user=<user name>\n")
    #expect(template.inventory?.folder?.shown == "inv")
    #expect(template.inventory?.isKept == true)
  }

  @Test("knows the container by the names that run_command gives it")
  func names() throws {
    for words in [#""--name", "baked""#, #""--name=baked""#] {
      let play = try play("", builder: ", \"run_command\": [\"-d\", \(words), \"{{.Image}}\"]")
      #expect(play.containerNames.map(\.shown) == ["default", "127.0.0.1", "baked"])
    }
  }

  @Test("asks galaxy for roles and collections, whichever the file lists when the build runs")
  func galaxy() throws {
    let runs = try operations(
      #", "galaxy_file": "wanted.yml", "galaxy_force_install": true, "roles_path": "r", "collections_path": "c""#
    ).compactMap { if case .runOnHost(let run) = $0 { run } else { nil } }
    #expect(
      runs.map { $0.arguments.map(\.shown).joined(separator: " ") } == [
        "ansible-galaxy install -r wanted.yml -f -p r",
        "ansible-galaxy collection install -r wanted.yml -f -p c",
      ])
    guard case .listsRoles = runs[0].condition, case .listsCollections = runs[1].condition else {
      Issue.record("\(runs)")
      return
    }
  }

  @Test("rehearses the syntax and Ansible's own check, unless roles are yet to be fetched")
  func rehearsal() throws {
    let step = try ExamplePlan(
      provisioners: #"{"type": "ansible", "playbook_file": "play.yml"}"#, ["play.yml": ""]
    ).provision
    guard case .play(let syntax)? = step.rehearsal.operations.first,
      case .play(let check)? = step.rehearsal.trial.first
    else {
      Issue.record("\(step.rehearsal)")
      return
    }
    #expect(syntax.arguments.contains("--syntax-check"))
    #expect(check.arguments.contains("--check"))
  }

  @Test("plans converge with its parameters as JSON, and what is said where it is missing")
  func converge() throws {
    let step = try ExamplePlan(
      provisioners: """
        {"type": "converge", "module": "m.hcl", "bootstrap": true, "version": "1.0", "prevent_sudo": true,
         "params": {"b": "x\\"y", "a": "<1>"}, "module_dirs": [{"source": "mods/", "destination": "/m"}]}
        """
    ).provision
    #expect(
      step.commands == [
        "curl -s https://get.converge.sh | sudo sh -s -- -v 1.0",
        #"cd /tmp && converge apply --local --log-level=WARNING --paramsJSON '{"a":"\u003c1\u003e","b":"x\"y"}' m.hcl"#,
      ])
  }
}
