import Packer
import Project
import Source

/// The `puppet-masterless` provisioner: manifests and modules put on the guest and applied there.
struct PuppetMasterlessProvisioner {
  private let input: ProvisionerInput
  private let guest: GuestCommands
  private let staging: RunText

  init(_ input: ProvisionerInput) {
    self.input = input
    guest = GuestCommands(input)
    let folder: RunText =
      guest.isWindows ? "C:/Windows/Temp/packer-puppet-masterless" : "/tmp/packer-puppet-masterless"
    staging = input.text("staging_directory", default: folder)
  }

  /// What the provisioner does.
  func work() -> ProvisionerWork {
    let manifest = input.text("manifest_file", default: "")
    var work = ProvisionerWork("apply \(manifest.shown) with puppet")
    stage(in: &work)
    let command = self.command(extra: "")
    work.say("applying: \(command)")
    // With --detailed-exitcodes 2 means that something was changed.
    let codes: ContainerRun.AllowedCodes = input.flag("ignore_exit_codes") ? .any : .only([0, 2])
    work.operations.append(
      .run(ContainerRun(command, allowedExitCodes: codes, failure: "puppet failed: exit code N")))
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
      "WorkingDir": input.text("working_directory", default: staging), "FacterVars": facts,
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
    func option(_ name: String, _ field: String) -> RunText {
      guard let value = values[field], !value.isEmpty else { return "" }
      return "\(name)='\(value)' "
    }
    let folder = values["PuppetBinDir"] ?? ""
    let program: RunText = folder.isEmpty ? "puppet" : "\(folder)/puppet"
    let extra = values["ExtraArguments"] ?? ""
    let facts: RunText = guest.isWindows ? "\(self.facts) && " : "\(self.facts) "
    let sudo = guest.sudo.isEmpty ? "" : "sudo -E "
    let start: RunText =
      "cd \(values["WorkingDir"] ?? "") && \(facts)\(sudo)\(program) apply --detailed-exitcodes "
    let options =
      option("--modulepath", "ModulePath") + option("--hiera_config", "HieraConfigPath")
      + option("--manifestdir", "ManifestDir")
    return start + options + (extra.isEmpty ? "" : "\(extra) ") + manifestOnGuest
  }

  private var modulePath: RunText {
    input.texts("module_paths").indices.map { "\(staging)/module-\($0)" as RunText }
      .joined(by: guest.isWindows ? ";" : ":")
  }

  /// The facts that Packer adds come after the user's, which they replace.
  private var facts: RunText {
    let added = [
      ("packer_build_name", RunText(input.build.name)),
      ("packer_builder_type", RunText(input.build.builder.type.value)),
    ]
    let own = input.options.map("facter").map { ($0.key.value, $0.value.value) }
      .filter { name, _ in !added.contains { $0.0 == name } }
    return (own + added).map { name, value in
      guest.isWindows ? "SET \"FACTER_\(name)=\(value)\"" as RunText : "FACTER_\(name)='\(value)'"
    }.joined(by: guest.isWindows ? " & " : " ")
  }

  /// The manifest's syntax, then Puppet's own rehearsal, on what the run would upload.
  private func rehearsal() -> Rehearsal {
    var work = ProvisionerWork("")
    stage(in: &work)
    let folder = input.text("puppet_bin_dir") ?? ""
    let program: RunText = folder.isEmpty ? "puppet" : "\(folder)/puppet"
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
