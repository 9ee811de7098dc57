import Packer
import Source

/// The `converge` provisioner: modules put on the guest and applied there by `converge apply`.
struct ConvergeProvisioner {
  let input: ProvisionerInput

  /// What the provisioner does.
  func work() -> ProvisionerWork {
    let module = input.text("module", default: "")
    var work = ProvisionerWork("apply \(module.shown) with converge")
    if input.flag("bootstrap") {
      work.say("installing converge")
      work.run(bootstrap, failure: "converge could not be installed: exit code N")
      work.effects.append(.init(.installs, name: "converge"))
    }
    for case .map(let entries) in input.options.values("module_dirs").map(\.content) {
      func text(_ name: String) -> RunText {
        entries.last { $0.key.value == name }?.value.text.value?.value ?? ""
      }
      let (source, destination) = (text("source"), text("destination"))
      work.say("uploading \(source)")
      work.operations.append(
        .uploadDirectory(
          DirectoryUpload(
            source.withoutSlashesAtEnd, to: destination, contentsOnly: source.ends(with: "/"))))
      work.effects.append(.init(.uploads, path: destination.shown))
    }
    work.say("applying \(module)")
    work.operations.append(
      .run(
        ContainerRun(
          command(module), failure: "converge failed: exit code N",
          absence: "the image has no `converge`; an earlier step has to install it")))
    work.effects.append(.init(.runs, name: module.shown))
    if !input.flag("bootstrap"), input.options["execute_command"] == nil { work.tool = "converge" }
    work.rehearsal = Rehearsal(limits: ["converge is not rehearsed"])
    return work
  }

  private var bootstrap: RunText {
    let isRoot = input.flag("prevent_bootstrap_sudo")
    let version = input.text("version") ?? ""
    let fields = Fields(["Version": version], flags: ["Sudo": !isRoot])
    let wanted: RunText = version.isEmpty ? "" : "-s -- -v \(version)"
    return input.rendered("bootstrap_command", fields)
      ?? "curl -s https://get.converge.sh | \(isRoot ? "" : "sudo ")sh \(wanted)"
  }

  private func command(_ module: RunText) -> RunText {
    let folder = input.text("working_directory", default: "/tmp")
    let sudo = input.flag("prevent_sudo") ? "" : "sudo "
    let parameters = NodeJSON.map(input.options.map("params").map { ($0.key.value, .text($0.value.value)) })
      .compact
    let fields = Fields(
      ["ParamsJSON": parameters, "WorkingDirectory": folder, "Module": module], flags: ["Sudo": !sudo.isEmpty]
    )
    return input.rendered("execute_command", fields)
      ?? "cd \(folder) && \(sudo)converge apply --local --log-level=WARNING --paramsJSON '\(parameters)' \(module)"
  }
}
