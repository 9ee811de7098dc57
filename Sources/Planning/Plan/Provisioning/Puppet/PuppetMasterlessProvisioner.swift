import Packer
import Project
import Source

/// The `puppet-masterless` provisioner: manifests and modules put on the guest and applied there.
struct PuppetMasterlessProvisioner {
  private let input: ProvisionerInput
  private let guest: GuestCommands
  private let puppet: PuppetFacts
  private let staging: RunText

  init(_ input: ProvisionerInput) {
    self.input = input
    guest = GuestCommands(input)
    puppet = PuppetFacts(input: input, guest: guest)
    staging = input.text("staging_directory", default: guest.stagingFolder("puppet-masterless"))
  }

  /// What the provisioner does.
  func work() -> ProvisionerWork {
    let manifest = input.text("manifest_file", default: "")
    var work = ProvisionerWork("apply \(manifest.shown) with puppet")
    stage(in: &work)
    let command = self.command(extra: "")
    work.say("applying: \(command)")
    work.operations.append(.run(puppet.run(command, failure: "puppet failed: exit code N")))
    work.effects.append(.init(.runs, name: manifest.shown))
    if input.flag("clean_staging_directory") { work.removeDirectory(staging, with: guest) }
    work.rehearsal = rehearsal()
    return work
  }

  private func stage(in work: inout ProvisionerWork) {
    work.makeDirectory(staging, with: guest)
    if let path = input.text("hiera_config_path") {
      work.say("uploading the Hiera configuration")
      work.upload(path, to: "\(staging)/hiera.yaml")
    }
    if let path = input.text("manifest_dir") {
      work.uploadDirectory(path, to: "\(staging)/manifests", with: guest)
    }
    for (index, path) in input.texts("module_paths").enumerated() {
      work.uploadDirectory(path, to: "\(staging)/module-\(index)", with: guest)
    }
    work.makeDirectory("\(staging)/manifests", with: guest)
    guard let manifest = input.text("manifest_file") else { return }
    work.say("uploading \(manifest)")
    if isFolder(manifest) {
      work.uploadDirectory(manifest, to: "\(staging)/manifests", with: guest)
    } else {
      work.upload(manifest, to: manifestOnGuest)
    }
  }

  private func isFolder(_ path: RunText) -> Bool {
    path.complete.flatMap { input.project.entry($0)?.kind } == .directory
  }

  private var manifestOnGuest: RunText {
    guard let manifest = input.text("manifest_file"), !isFolder(manifest) else {
      return "\(staging)/manifests"
    }
    return "\(staging)/manifests/\(manifest.baseName)"
  }

  private func command(extra: RunText) -> RunText {
    var values: [String: RunText] = [
      "WorkingDir": input.text("working_directory", default: staging), "FacterVars": puppet.variables,
      "PuppetBinDir": input.text("puppet_bin_dir") ?? "", "ModulePath": modulePath,
      "ModulePathJoiner": guest.isWindows ? ";" : ":",
      "HieraConfigPath": input.text("hiera_config_path").map { _ in "\(staging)/hiera.yaml" } ?? "",
      "ManifestDir": input.text("manifest_dir").map { _ in "\(staging)/manifests" } ?? "",
      "ManifestFile": manifestOnGuest,
    ]
    let flags = ["Sudo": !guest.sudo.isEmpty]
    let arguments = input.rendered(list: "extra_arguments", Fields(values, flags: flags)).joined(by: " ")
    values["ExtraArguments"] =
      extra.isEmpty || arguments.isEmpty ? arguments + extra : "\(arguments) \(extra)"
    return input.rendered("execute_command", Fields(values, flags: flags)) ?? defaultCommand(values)
  }

  private func defaultCommand(_ values: [String: RunText]) -> RunText {
    let extra = values["ExtraArguments"] ?? ""
    let options =
      PuppetFacts.option("--modulepath", values["ModulePath"])
      + PuppetFacts.option("--hiera_config", values["HieraConfigPath"])
      + PuppetFacts.option("--manifestdir", values["ManifestDir"])
    return puppet.start(in: values["WorkingDir"] ?? "") + " apply --detailed-exitcodes " + options
      + (extra.isEmpty ? "" : "\(extra) ") + manifestOnGuest
  }

  private var modulePath: RunText {
    input.texts("module_paths").indices.map { "\(staging)/module-\($0)" as RunText }
      .joined(by: guest.isWindows ? ";" : ":")
  }

  /// The manifest's syntax, then Puppet's own rehearsal, on what the run would upload.
  private func rehearsal() -> Rehearsal {
    var work = ProvisionerWork("")
    stage(in: &work)
    let program = puppet.program
    work.run(
      "\(guest.sudo)\(program) parser validate \(manifestOnGuest)",
      failure: "the manifest does not parse: exit code N")
    let command = self.command(extra: "--noop")
    var trial = ProvisionerWork("")
    var limits = ["what a package or a service would bring is not seen: every resource is only compared"]
    if command == self.command(extra: "") {
      limits = ["the manifest: `execute_command` has no `{{.ExtraArguments}}` and would change things"]
    } else {
      let run = ContainerRun(
        command, allowedExitCodes: .only([0, 2]), failure: "puppet apply --noop failed: exit code N")
      trial.say("rehearsing: \(command)")
      trial.operations.append(.run(run))
    }
    return Rehearsal(
      operations: work.operations, trial: trial.operations, requires: [program.shown], limits: limits)
  }
}
