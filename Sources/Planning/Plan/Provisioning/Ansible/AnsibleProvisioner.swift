import Packer
import Project
import Source

/// The `ansible` provisioner: playbooks played from the host, their tasks in the container.
///
/// Packer puts an ssh server of its own between Ansible and the container. Here Ansible gets a connection of its own kind,
/// so neither keys nor ports are needed; arguments, inventory and environment are otherwise Packer's.
struct AnsibleProvisioner {
  private let input: ProvisionerInput
  private let playbook: RunText
  private let program: RunText
  private let environment: [(name: String, value: RunText)]

  init(_ input: ProvisionerInput) {
    self.input = input
    playbook = input.text("playbook_file", default: "")
    program = input.text("command", default: "ansible-playbook")
    environment = input.texts("ansible_env_vars").compactMap { pair in
      pair.splitAtFirst("=").map { ($0.before.shown, $0.after) }
    }
  }

  /// What the provisioner does.
  func work() -> ProvisionerWork {
    var work = ProvisionerWork("play \(playbook.shown) with ansible-playbook from the host")
    if let file = input.text("galaxy_file") { install(file, in: &work) }
    let play = self.play(extra: [])
    work.say("playing: \(play.arguments.joined(by: " "))")
    work.operations.append(.play(play))
    work.effects.append(.init(.runs, name: playbook.shown))
    work.rehearsal = rehearsal()
    return work
  }

  private func play(extra: [RunText]) -> HostPlay {
    let ownInventory = input.text("inventory_file")
    let variables: [RunText] = [
      "-e", "packer_build_name=\"\(input.build.nameText)\"",
      "-e", "packer_builder_type=\(input.build.builder.type.value)",
    ]
    let place = ownInventory ?? RunText([.hole(HostPlay.inventoryHole)])
    let end: [RunText] = ["-i", place, input.absolute(playbook)]
    return HostPlay(
      [program] + variables + input.texts("extra_arguments") + extra + end,
      environment: environment + usualEnvironment, inventory: ownInventory == nil ? inventory : nil,
      containerNames: [alias, "127.0.0.1"] + namesOfContainer)
  }

  private var usualEnvironment: [(name: String, value: RunText)] {
    (input.text("ssh_host_key_file") == nil ? [("ANSIBLE_HOST_KEY_CHECKING", "False")] : [])
      + (input.flag("use_sftp") ? [] : [("ANSIBLE_SCP_IF_SSH", "True")])
  }

  private var alias: RunText { input.text("host_alias", default: "default") }

  private var inventory: HostPlay.Inventory {
    let host = self.host
    let groups = input.texts("groups").map { "[\($0)]\n\(host)" as RunText }
    let empty = input.texts("empty_groups").map { "[\($0)]\n" as RunText }
    return HostPlay.Inventory(
      content: ([host] + groups + empty).joined(by: ""), folder: input.text("inventory_directory"),
      isKept: input.flag("keep_inventory_file"))
  }

  /// The line of the container. Nothing listens on the port: a play that insists on ssh must not reach the server of the
  /// host itself.
  private var host: RunText {
    let user = input.text("user", default: RunText([.hole(HostPlay.userHole)]))
    let (address, port): (RunText, RunText) = ("127.0.0.1", "1")
    let fields = Fields(["HostAlias": alias, "Host": address, "User": user, "Port": port])
    guard let own = input.rendered("inventory_file_template", fields) else {
      return "\(alias) ansible_host=\(address) ansible_user=\(user) ansible_port=\(port)\n"
    }
    return own.ends(with: "\n") ? own : own + "\n"
  }

  /// The name that `run_command` gives to the container: templates hand it to Ansible's `docker` connection.
  private var namesOfContainer: [RunText] {
    let arguments = input.build.builder.options.rendered(list: "run_command", Fields([:]))
    return arguments.indices.compactMap { index in
      if arguments[index].complete == "--name" { return arguments.dropFirst(index + 1).first }
      guard let (flag, name) = arguments[index].splitAtFirst("="), flag.complete == "--name" else {
        return nil
      }
      return name
    }
  }

  private func install(_ file: RunText, in work: inout ProvisionerWork) {
    let galaxy = input.text("galaxy_command", default: "ansible-galaxy")
    let force: [RunText] = input.flag("galaxy_force_install") ? ["-f"] : []
    func path(_ option: String) -> [RunText] { input.text(option).map { ["-p", $0] } ?? [] }
    let roles = [galaxy, "install", "-r", file] + force + path("roles_path")
    let collections = [galaxy, "collection", "install", "-r", file] + force + path("collections_path")
    work.say("installing what \(file) lists")
    for (arguments, condition) in [
      (roles, HostRun.Condition.listsRoles(file)), (collections, .listsCollections(file)),
    ] {
      work.operations.append(
        .runOnHost(
          HostRun(
            arguments, environment: environment, condition: condition,
            failure: "ansible-galaxy failed: exit code N")))
    }
    work.effects.append(.init(.installs, name: "what \(file.shown) lists, on the host", .maybe))
  }

  /// The playbook's syntax, then Ansible's own rehearsal.
  private func rehearsal() -> Rehearsal {
    guard input.text("galaxy_file") == nil else {
      return Rehearsal(limits: ["the playbook: what its galaxy file lists is not fetched for a rehearsal"])
    }
    return Rehearsal(
      operations: [.play(play(extra: ["--syntax-check"]))], trial: [.play(play(extra: ["--check"]))],
      limits: ["a task that needs what an earlier task would make may fail in check mode"])
  }
}
