import Packer
import Project
import Source

/// The `chef-client` provisioner: a node of a Chef server, or of local mode where its command says so.
struct ChefClientProvisioner {
  private let input: ProvisionerInput
  private let guest: GuestCommands
  private let chef: ChefInstallation
  private let staging: RunText
  private let nodeName: RunText
  private let clientKey: RunText

  init(_ input: ProvisionerInput) {
    self.input = input
    guest = GuestCommands(input)
    chef = ChefInstallation(input: input, guest: guest)
    staging = input.text("staging_directory", default: guest.stagingFolder("chef-client"))
    nodeName = input.text(
      "node_name", default: RunText([.literal("packer-"), .hole(.build("PackerRunUUID"))]))
    clientKey = input.text("client_key", default: "\(staging)/client.pem")
  }

  /// What the provisioner does.
  func work() -> ProvisionerWork {
    var work = ProvisionerWork("converge \(chef.summary) with chef-client")
    chef.append(to: &work)
    stage(in: &work)
    let command = self.command
    work.say("converging: \(command)")
    let run = ContainerRun(command, failure: "Chef failed: exit code N", absence: chef.absence)
    let cleaning = serverCleaning()
    work.operations.append(cleaning.operations.isEmpty ? .run(run) : .runThenAlways(run, cleaning.operations))
    work.effects += input.texts("run_list").map { .init(.runs, name: $0.shown) }
    if !input.flag("skip_clean_staging_directory") { work.removeDirectory(staging, with: guest) }
    work.rehearsal = Rehearsal(limits: [
      "chef-client is not rehearsed: it would make a node on the Chef server, and reads a configuration of its own"
    ])
    return work
  }

  private func stage(in work: inout ProvisionerWork) {
    work.makeDirectory(staging, with: guest)
    if let path = input.text("encrypted_data_bag_secret_path") {
      work.say("uploading the data bag secret")
      work.upload(path, to: "\(staging)/encrypted_data_bag_secret")
    }
    if let path = input.text("validation_key_path") {
      work.say("uploading the validation key")
      work.upload(path, to: "\(staging)/validation.pem")
    }
    work.say("writing client.rb and first-boot.json")
    work.write(configuration, to: "\(staging)/client.rb")
    work.write(chef.node, to: "\(staging)/first-boot.json")
  }

  private var command: RunText {
    let fields = Fields(
      ["ConfigPath": "\(staging)/client.rb", "JsonPath": "\(staging)/first-boot.json"],
      flags: ["Sudo": !guest.sudo.isEmpty])
    let program = guest.isWindows ? "c:/opscode/chef/bin/chef-client.bat" : "\(guest.sudo)chef-client"
    return input.rendered("execute_command", fields)
      ?? "\(program) --no-color -c \(staging)/client.rb -j \(staging)/first-boot.json"
  }

  /// The keys of client.rb that are written only when they are set.
  private var optionalKeys: [(key: String, option: String, field: String, value: RunText?)] {
    let key = input.text("validation_key_path").map { _ in "\(staging)/validation.pem" as RunText }
    let secret = input.text("encrypted_data_bag_secret_path")
      .map { _ in "\(staging)/encrypted_data_bag_secret" as RunText }
    let name = input.text("validation_client_name", default: "chef-validator")
    return [
      ("encrypted_data_bag_secret", "", "EncryptedDataBagSecretPath", secret),
      ("validation_client_name", "", "ValidationClientName", name),
      ("validation_key", "", "ValidationKeyPath", key), ("node_name", "", "NodeName", nodeName),
      ("environment", "chef_environment", "ChefEnvironment", nil),
      ("policy_group", "policy_group", "PolicyGroup", nil), ("policy_name", "policy_name", "PolicyName", nil),
      ("ssl_verify_mode", "ssl_verify_mode", "SslVerifyMode", nil),
      ("trusted_certs_dir", "trusted_certs_dir", "TrustedCertsDir", nil),
    ].map { ($0.0, $0.1, $0.2, $0.3 ?? input.text($0.1)) }
  }

  private var configuration: RunText {
    let server = input.text("server_url") ?? ""
    var values: [String: RunText] = [
      "ServerUrl": server, "ClientKey": clientKey, "ChefLicense": chef.license,
    ]
    for key in optionalKeys { values[key.field] = key.value ?? "" }
    if let own = input.renderedFile("config_template", Fields(values)) { return own }
    var lines = connection + ["chef_license \"\(chef.license)\""]
    for (key, _, _, value) in optionalKeys {
      guard let value else { continue }
      lines.append(key == "ssl_verify_mode" ? "\(key) :\(value)" : "\(key) \"\(value)\"")
    }
    return lines.map { "\($0)\n" as RunText }.joined(by: "")
  }

  private var connection: [RunText] {
    [
      "log_level :info", "log_location STDOUT", "chef_server_url \"\(input.text("server_url") ?? "")\"",
      "client_key \"\(clientKey)\"",
    ]
  }

  /// The removal of node and client from the server, which happens even after Chef has failed.
  private func serverCleaning() -> ProvisionerWork {
    var work = ProvisionerWork("")
    let objects = ["node", "client"].filter { !input.flag("skip_clean_\($0)") }
    guard !objects.isEmpty else { return work }
    var lines = connection + ["node_name \"\(nodeName)\""]
    if let mode = input.text("ssl_verify_mode") { lines.append("ssl_verify_mode :\(mode)") }
    work.write(lines.map { "\($0)\n" as RunText }.joined(by: ""), to: "\(staging)/knife.rb")
    for object in objects {
      work.say("removing the \(object) from the Chef server")
      work.run(
        knife("\(object) delete \(nodeName)"),
        failure: "the \(object) could not be removed from the server: exit code N")
    }
    return work
  }

  private func knife(_ arguments: RunText) -> RunText {
    let flags: RunText = "-y -c \(staging)/knife.rb"
    let fields = Fields(["Args": arguments, "Flags": flags], flags: ["Sudo": !guest.sudo.isEmpty])
    let program = guest.isWindows ? "c:/opscode/chef/bin/knife.bat" : "\(guest.sudo)knife"
    return input.rendered("knife_command", fields) ?? "\(program) \(arguments) \(flags)"
  }
}
