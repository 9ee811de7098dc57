import Packer
import Project

/// The `chef-solo` provisioner: cookbooks put on the guest and converged there.
struct ChefSoloProvisioner {
  private let input: ProvisionerInput
  private let guest: GuestCommands
  private let chef: ChefInstallation
  private let staging: RunText

  init(_ input: ProvisionerInput) {
    self.input = input
    guest = GuestCommands(input)
    chef = ChefInstallation(input: input, guest: guest)
    staging = input.text("staging_directory", default: guest.stagingFolder("chef-solo"))
  }

  /// What the provisioner does.
  func work() -> ProvisionerWork {
    var work = ProvisionerWork("converge \(chef.summary) with chef-solo")
    chef.append(to: &work)
    stage(in: &work)
    let command = self.command(extra: "")
    work.say("converging: \(command)")
    work.operations.append(
      .run(ContainerRun(command, failure: "Chef failed: exit code N", absence: chef.absence)))
    work.effects += input.texts("run_list").map { .init(.runs, name: $0.shown) }
    work.rehearsal = rehearsal()
    return work
  }

  /// Uploads everything that Chef reads.
  private func stage(in work: inout ProvisionerWork) {
    work.makeDirectory(staging, with: guest)
    for (index, path) in input.texts("cookbook_paths").enumerated() {
      work.uploadDirectory(path, to: "\(staging)/cookbooks-\(index)", with: guest)
    }
    if let path = input.text("roles_path") { work.uploadDirectory(path, to: "\(staging)/roles", with: guest) }
    if let path = input.text("data_bags_path") {
      work.uploadDirectory(path, to: "\(staging)/data_bags", with: guest)
    }
    if let path = input.text("encrypted_data_bag_secret_path") {
      work.say("uploading the data bag secret")
      work.upload(path, to: "\(staging)/encrypted_data_bag_secret")
    }
    if let path = input.text("environments_path") {
      work.uploadDirectory(path, to: "\(staging)/environments", with: guest)
    }
    work.say("writing solo.rb and node.json")
    work.write(configuration, to: "\(staging)/solo.rb")
    work.write(chef.node, to: "\(staging)/node.json")
  }

  private func command(extra: RunText) -> RunText {
    let fields = Fields(
      ["ConfigPath": "\(staging)/solo.rb", "JsonPath": "\(staging)/node.json"],
      flags: ["Sudo": !guest.sudo.isEmpty])
    if let own = input.rendered("execute_command", fields) { return own + extra }
    let program = guest.isWindows ? "c:/opscode/chef/bin/chef-solo.bat" : "\(guest.sudo)chef-solo"
    return "\(program) --no-color -c \(staging)/solo.rb -j \(staging)/node.json\(extra)"
  }

  /// The cookbook folders on the guest: the user's own first.
  private var cookbookPaths: RunText {
    let uploaded = input.texts("cookbook_paths").indices.map { "\(staging)/cookbooks-\($0)" as RunText }
    return (input.texts("remote_cookbook_paths") + uploaded).map { "\"\($0)\"" as RunText }.joined(by: ",")
  }

  private var configuration: RunText {
    let roles = uploaded("roles_path", as: "roles")
    let bags = uploaded("data_bags_path", as: "data_bags")
    let secret = uploaded("encrypted_data_bag_secret_path", as: "encrypted_data_bag_secret")
    let environments = uploaded("environments_path", as: "environments")
    let environment = input.text("chef_environment") ?? ""
    let fields = Fields(
      [
        "CookbookPaths": cookbookPaths, "RolesPath": roles ?? "", "DataBagsPath": bags ?? "",
        "EncryptedDataBagSecretPath": secret ?? "", "EnvironmentsPath": environments ?? "",
        "ChefEnvironment": environment, "ChefLicense": chef.license,
      ],
      flags: [
        "HasRolesPath": roles != nil, "HasDataBagsPath": bags != nil,
        "HasEncryptedDataBagSecretPath": secret != nil, "HasEnvironmentsPath": environments != nil,
      ])
    if let own = input.renderedFile("config_template", fields) { return own }
    var lines: [RunText] = ["chef_license \"\(chef.license)\"", "cookbook_path [\(cookbookPaths)]"]
    if let roles { lines.append("role_path \"\(roles)\"") }
    if let bags { lines.append("data_bag_path \"\(bags)\"") }
    if let secret { lines.append("encrypted_data_bag_secret \"\(secret)\"") }
    if let environments {
      // Packer writes the environment only together with its folder.
      lines += ["environment_path \"\(environments)\"", "environment \"\(environment)\""]
    }
    return lines.map { "\($0)\n" as RunText }.joined(by: "")
  }

  private func uploaded(_ option: String, as name: String) -> RunText? {
    input.text(option).map { _ in "\(staging)/\(name)" }
  }

  /// Chef's own rehearsal, with what the run would upload.
  private func rehearsal() -> Rehearsal {
    var work = ProvisionerWork("")
    stage(in: &work)
    let command = self.command(extra: " --why-run")
    var trial = ProvisionerWork("")
    trial.say("rehearsing: \(command)")
    trial.run(command, failure: "chef-solo --why-run failed: exit code N")
    var limits = ["what a recipe does while it is compiled happens in a rehearsal too"]
    if chef.isWanted { limits.append("Chef itself is not installed for a rehearsal") }
    return Rehearsal(
      operations: work.operations, trial: trial.operations, requires: ["chef-solo"], limits: limits)
  }
}
