import Packer
import Project
import Source

/// The `ansible-local` provisioner: playbooks put on the guest and played there.
struct AnsibleLocalProvisioner {
  private let input: ProvisionerInput
  private let staging: RunText
  private let inventoryName: RunText

  init(_ input: ProvisionerInput) {
    self.input = input
    staging = input.text(
      "staging_directory", default: "/tmp/packer-provisioner-ansible-local/\(input.uuid)")
    inventoryName =
      input.text("inventory_file")?.baseName
      ?? "packer-provisioner-ansible-local\(input.number("inventory"))"
  }

  /// What the provisioner does.
  func work() -> ProvisionerWork {
    let names = localPlaybooks.map(\.shown).joined(separator: ", ")
    var work = ProvisionerWork("play \(names) with ansible-playbook")
    let playbooks = stage(in: &work)
    if let file = galaxyFile { install(file, in: &work) }
    for playbook in playbooks {
      let command = self.command(playbook, extra: [])
      work.say("playing: \(command)")
      work.operations.append(
        .run(
          ContainerRun(
            command, failure: "ansible-playbook failed: exit code N",
            absence:
              "the image has no `ansible-playbook`; an earlier step has to install Ansible, or `ansible` plays from the host"
          )))
    }
    work.effects += localPlaybooks.map { .init(.runs, name: $0.shown) }
    if input.flag("clean_staging_directory") {
      work.say("removing folder \(staging)")
      work.run("rm -rf '\(staging)'", failure: "folder `\(staging.shown)` could not be removed: exit code N")
    }
    work.rehearsal = rehearsal()
    return work
  }

  private var localPlaybooks: [RunText] {
    (input.text("playbook_file").map { [$0] } ?? []) + input.texts("playbook_files")
  }

  /// Uploads everything that Ansible reads; returns the playbooks' paths on the guest.
  private func stage(in work: inout ProvisionerWork) -> [RunText] {
    makeDirectory(staging, in: &work)
    if let folder = input.text("playbook_dir") { work.uploadContents(of: folder, to: staging) }
    let playbooks = stagePlaybooks(in: &work)
    if let file = input.text("galaxy_file") {
      work.say("uploading \(file)")
      work.upload(file, to: "\(staging)/\(file.baseName)")
    }
    stageInventory(in: &work)
    for option in ["group_vars", "host_vars"] {
      if let folder = input.text(option) { uploadDirectory(folder, to: "\(staging)/\(option)", in: &work) }
    }
    for role in input.texts("role_paths") {
      uploadDirectory(role, to: "\(staging)/roles/\(role.baseName)", in: &work)
    }
    let folders = input.texts("playbook_paths")
    if !folders.isEmpty { makeDirectory("\(staging)/playbooks", in: &work) }
    for folder in folders {
      uploadDirectory(folder, to: "\(staging)/playbooks/\(folder.baseName)", in: &work)
    }
    return playbooks
  }

  private func stagePlaybooks(in work: inout ProvisionerWork) -> [RunText] {
    if let file = input.text("playbook_file") {
      work.say("uploading \(file)")
      work.upload(file, to: "\(staging)/\(file.baseName)")
      return ["\(staging)/\(file.baseName)"]
    }
    return input.texts("playbook_files").map { stagePlaybook(input.absolute($0), in: &work) }
  }

  /// A playbook inside `playbook_dir` is there already; any other is put under its whole path on the host.
  private func stagePlaybook(_ path: RunText, in work: inout ProvisionerWork) -> RunText {
    if let folder = input.text("playbook_dir").map({ input.absolute($0.withoutSlashesAtEnd) })?.complete,
      let whole = path.complete, whole.hasPrefix(folder)
    {
      return "\(staging)\(String(whole.dropFirst(folder.count)))"
    }
    let destination: RunText = "\(staging)\(path)"
    if let folder = destination.folder { makeDirectory(folder, in: &work) }
    work.say("uploading \(path)")
    work.upload(path, to: destination)
    return destination
  }

  private func stageInventory(in work: inout ProvisionerWork) {
    work.say("uploading the inventory")
    if let file = input.text("inventory_file") {
      work.upload(file, to: "\(staging)/\(inventoryName)")
      return
    }
    let groups = input.texts("inventory_groups")
    let content: RunText =
      groups.isEmpty ? "127.0.0.1" : groups.map { "[\($0)]\n127.0.0.1\n" as RunText }.joined(by: "")
    work.write(content, to: "\(staging)/\(inventoryName)")
  }

  private var galaxyFile: RunText? { input.text("galaxy_file").map { "\(staging)/\($0.baseName)" } }

  private func install(_ file: RunText, in work: inout ProvisionerWork) {
    let command: RunText =
      "cd \(staging) && \(input.text("galaxy_command", default: "ansible-galaxy")) install -r \(file) -p \(staging)/roles"
    work.say("installing roles: \(command)")
    work.run(command, failure: "ansible-galaxy failed: exit code N")
    work.effects.append(.init(.installs, name: "the roles of \(file.shown)", .maybe))
  }

  private func command(_ playbook: RunText, extra: [RunText]) -> RunText {
    let program = input.text("command", default: "ANSIBLE_FORCE_COLOR=1 PYTHONUNBUFFERED=1 ansible-playbook")
    let arguments = (input.texts("extra_arguments") + extra).joined(by: " ")
    // The stray ssh option inside the quotes is Packer's, and so is the address that docker does not have.
    let variables: RunText =
      "packer_build_name=\(input.build.nameText) packer_builder_type=\(input.build.builder.type.value) packer_http_addr=\(httpAddress) -o IdentitiesOnly=yes"
    return
      "cd \(staging) && \(program) \(playbook) --extra-vars \"\(variables)\" \(arguments) -c local -i \(staging)/\(inventoryName)"
  }

  private var httpAddress: RunText {
    input.build.builder.type.value == "docker"
      ? "ERR_HTTP_ADDR_NOT_IMPLEMENTED_BY_BUILDER" : RunText([.hole(.build("PackerHTTPAddr"))])
  }

  private func makeDirectory(_ path: RunText, in work: inout ProvisionerWork) {
    work.say("making folder \(path)")
    work.run("mkdir -p '\(path)'", failure: "folder `\(path.shown)` could not be made: exit code N")
  }

  private func uploadDirectory(_ source: RunText, to path: RunText, in work: inout ProvisionerWork) {
    makeDirectory(path, in: &work)
    work.uploadContents(of: source, to: path)
  }

  /// The playbooks' syntax, then Ansible's own rehearsal, on what the run would upload.
  private func rehearsal() -> Rehearsal {
    var work = ProvisionerWork("")
    var trial = ProvisionerWork("")
    let playbooks = stage(in: &work)
    var limits = ["a task that needs what an earlier task would make may fail in check mode"]
    if galaxyFile != nil { limits.append("the roles of the galaxy file are not fetched for a rehearsal") }
    for playbook in playbooks {
      let check = command(playbook, extra: ["--syntax-check"])
      work.run(check, failure: "playbook `\(playbook.shown)` does not parse: exit code N")
      let command = self.command(playbook, extra: ["--check"])
      trial.say("rehearsing: \(command)")
      trial.run(command, failure: "ansible-playbook --check failed: exit code N")
    }
    return Rehearsal(
      operations: work.operations, trial: trial.operations, requires: ["ansible-playbook"], limits: limits)
  }
}
