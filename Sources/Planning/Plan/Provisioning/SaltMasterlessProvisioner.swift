import Packer

/// The `salt-masterless` provisioner: states and pillars put on the guest and applied there by `salt-call --local`.
struct SaltMasterlessProvisioner {
  private static let bootstrap: RunText = "https://bootstrap.saltstack.com"

  private let input: ProvisionerInput
  private let sudo: String
  private let staging: RunText

  init(_ input: ProvisionerInput) {
    self.input = input
    sudo = input.flag("disable_sudo") ? "" : "sudo "
    staging = input.text("temp_config_dir", default: "/tmp/salt")
  }

  /// What the provisioner does.
  func work() -> ProvisionerWork {
    let title = "apply \(input.text("custom_state")?.shown ?? "the high state") with salt-call"
    if input.options.string("guest_os_type")?.lowercased() == "windows" {
      return .unsupported(
        title, "`salt-masterless` is told that its guest is Windows, and the containers here are Linux")
    }
    if !input.texts("formulas").isEmpty {
      return .unsupported(
        title,
        "`salt-masterless` does not fetch `formulas` here: put them into `local_state_tree` before the build")
    }
    var work = ProvisionerWork(title)
    if !input.flag("skip_bootstrap") { install(in: &work) }
    makeDirectory(staging, in: &work)
    for (option, name) in [("minion_config", "minion"), ("grains_file", "grains")] {
      if let path = input.text(option) { upload(configuration: path, as: RunText(name), in: &work) }
    }
    if let path = input.text("local_state_tree") {
      upload(tree: path, as: "states", to: stateTree, in: &work)
    }
    if let path = input.text("local_pillar_roots") {
      upload(tree: path, as: "pillar", to: pillarRoots, in: &work)
    }
    call(in: &work)
    if input.flag("skip_bootstrap") { work.tool = program }
    work.rehearsal = Rehearsal(limits: ["salt-call is not rehearsed"])
    return work
  }

  private var program: RunText { input.text("salt_bin_dir").map { "\($0)/salt-call" } ?? "salt-call" }
  private var stateTree: RunText { input.text("remote_state_tree", default: "/srv/salt") }
  private var pillarRoots: RunText { input.text("remote_pillar_roots", default: "/srv/pillar") }

  /// Packer looks at neither exit code; where nothing was installed, `salt-call` is what fails.
  private func install(in work: inout ProvisionerWork) {
    let script = "/tmp/install_salt.sh"
    let fetch: RunText = "curl -L \(Self.bootstrap) -o \(script) || wget -O \(script) \(Self.bootstrap)"
    work.say("installing Salt from \(Self.bootstrap)")
    for command in [fetch, "\(sudo)sh \(script) \(input.text("bootstrap_args") ?? "")" as RunText] {
      work.operations.append(.run(ContainerRun(command, allowedExitCodes: .any)))
    }
    work.effects.append(.init(.installs, name: "salt", .maybe))
  }

  private func makeDirectory(_ path: RunText, in work: inout ProvisionerWork) {
    work.say("making folder \(path)")
    work.run("\(sudo)mkdir -p '\(path)'", failure: "folder `\(path.shown)` could not be made: exit code N")
  }

  /// Packer writes sudo twice here.
  private func move(_ source: RunText, to path: RunText, in work: inout ProvisionerWork) {
    work.run(
      "\(sudo)\(sudo)mv '\(source)' '\(path)'",
      failure: "`\(path.shown)` could not be put in place: exit code N")
  }

  /// Files travel by a bare name first, so that a user who may not write to the folder can send them.
  private func upload(configuration path: RunText, as name: RunText, in work: inout ProvisionerWork) {
    work.say("uploading \(path)")
    work.upload(path, to: name)
    move(name, to: "\(staging)/\(name)", in: &work)
    makeDirectory("/etc/salt", in: &work)
    move("\(staging)/\(name)", to: "/etc/salt/\(name)", in: &work)
  }

  /// A target that is not there is removed, one that is there is not: Packer's test is the wrong way round.
  private func upload(
    tree path: RunText, as name: RunText, to target: RunText, in work: inout ProvisionerWork
  ) {
    work.say("uploading \(path)")
    work.operations.append(
      .uploadDirectory(DirectoryUpload(path.withoutSlashesAtEnd, to: name, contentsOnly: false)))
    work.effects.append(.init(.uploads, path: target.shown))
    move(name, to: "\(staging)/\(name)", in: &work)
    let removal = ContainerRun(
      "\(sudo)rm -rf '\(target)'", failure: "folder `\(target.shown)` could not be removed: exit code N")
    work.operations.append(.runOrElse(ContainerRun("\(sudo)stat '\(target)'"), [.run(removal)]))
    move("\(staging)/\(name)", to: target, in: &work)
  }

  private func call(in work: inout ProvisionerWork) {
    var command: RunText = "\(sudo)\(program) --local "
    command = command + (input.text("custom_state").map { " state.sls \($0)" } ?? " state.highstate")
    if input.text("minion_config") == nil {
      command = command + " --file-root=\(stateTree) --pillar-root=\(pillarRoots)"
    }
    if !input.flag("no_exit_on_failure") { command = command + " --retcode-passthrough" }
    command = command + " -l \(input.text("log_level", default: "info"))"
    if let extra = input.text("salt_call_args") { command = command + " \(extra)" }
    work.say("applying: \(command)")
    work.operations.append(
      .run(
        ContainerRun(
          command, allowedExitCodes: input.flag("no_exit_on_failure") ? .any : .only([0]),
          failure: "salt-call failed: exit code N",
          absence:
            "the image has no `\(program.shown)`: \(input.flag("skip_bootstrap") ? "an earlier step has to install Salt" : "the bootstrap did not bring it")"
        )))
    work.effects.append(.init(.runs, name: "salt-call"))
  }
}
