import Packer

/// The `puppet-server` provisioner: an agent that fetches its catalog from a Puppet server and applies it once.
struct PuppetServerProvisioner {
  private let input: ProvisionerInput
  private let guest: GuestCommands
  private let puppet: PuppetFacts
  private let staging: RunText

  init(_ input: ProvisionerInput) {
    self.input = input
    guest = GuestCommands(input)
    puppet = PuppetFacts(input: input, guest: guest)
    staging = input.text("staging_dir", default: guest.stagingFolder("puppet-server"))
  }

  /// What the provisioner does.
  func work() -> ProvisionerWork {
    let server = input.text("puppet_server")?.shown ?? "the server of its own configuration"
    var work = ProvisionerWork("run the puppet agent against \(server)")
    work.makeDirectory(staging, with: guest)
    if let path = input.text("client_cert_path") { work.uploadDirectory(path, to: certificates, with: guest) }
    if let path = input.text("client_private_key_path") {
      work.uploadDirectory(path, to: privateKeys, with: guest)
    }
    let command = self.command
    work.say("running the agent: \(command)")
    work.operations.append(.run(puppet.run(command, failure: "the puppet agent failed: exit code N")))
    work.effects.append(.init(.runs, name: "puppet agent"))
    if input.flag("clean_staging_directory") { work.removeDirectory(staging, with: guest) }
    if input.options["execute_command"] == nil { work.tool = puppet.program }
    work.rehearsal = Rehearsal(limits: [
      "the puppet agent is not rehearsed: its server would sign a certificate for a machine that is thrown away"
    ])
    return work
  }

  private var certificates: RunText { "\(staging)/certs" }
  private var privateKeys: RunText { "\(staging)/private_keys" }

  private var command: RunText {
    var values: [String: RunText] = [
      "WorkingDir": input.text("working_directory", default: staging), "FacterVars": puppet.variables,
      "PuppetBinDir": input.text("puppet_bin_dir") ?? "", "PuppetNode": input.text("puppet_node") ?? "",
      "PuppetServer": input.text("puppet_server") ?? "",
      "ClientCertPath": input.text("client_cert_path").map { _ in certificates } ?? "",
      "ClientPrivateKeyPath": input.text("client_private_key_path").map { _ in privateKeys } ?? "",
    ]
    let flags = ["Sudo": !guest.sudo.isEmpty, "Debug": false]
    let extra = input.rendered(list: "extra_arguments", Fields(values, flags: flags)).joined(by: " ")
    values["ExtraArguments"] = extra
    return input.rendered("execute_command", Fields(values, flags: flags)) ?? defaultCommand(values, extra)
  }

  private func defaultCommand(_ values: [String: RunText], _ extra: RunText) -> RunText {
    let options =
      PuppetFacts.option("--server", values["PuppetServer"])
      + PuppetFacts.option("--certname", values["PuppetNode"])
      + PuppetFacts.option("--certdir", values["ClientCertPath"])
      + PuppetFacts.option("--privatekeydir", values["ClientPrivateKeyPath"])
    return puppet.start(in: values["WorkingDir"] ?? "")
      + " agent --onetime --no-daemonize --detailed-exitcodes " + options + (extra.isEmpty ? "" : "\(extra) ")
  }
}
