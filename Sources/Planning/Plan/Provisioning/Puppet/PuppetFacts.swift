import Packer
import Source

/// What Packer's two Puppet provisioners share: the facts, and the program.
struct PuppetFacts {
  let input: ProvisionerInput
  let guest: GuestCommands

  /// The facts as variables before the command; those that Packer adds come after the user's, which they replace.
  var variables: RunText {
    let added = [
      ("packer_build_name", input.build.nameText),
      ("packer_builder_type", RunText(input.build.builder.type.value)),
    ]
    let own = input.options.map("facter").map { ($0.key.value, $0.value.value) }
      .filter { name, _ in !added.contains { $0.0 == name } }
    return (own + added).map { name, value in
      guest.isWindows ? "SET \"FACTER_\(name)=\(value)\"" as RunText : "FACTER_\(name)='\(value)'"
    }.joined(by: guest.isWindows ? " & " : " ")
  }

  /// The start of a command: folder, facts, sudo and program.
  func start(in folder: RunText) -> RunText {
    let facts: RunText = guest.isWindows ? "\(variables) && " : "\(variables) "
    let sudo = guest.sudo.isEmpty ? "" : "sudo -E "
    return "cd \(folder) && \(facts)\(sudo)\(program)"
  }

  /// Puppet itself, in the folder that the user names.
  var program: RunText { input.text("puppet_bin_dir").map { "\($0)/puppet" } ?? "puppet" }

  /// A command of Puppet with `--detailed-exitcodes`, where 2 means that something was changed.
  func run(_ command: RunText, failure: String) -> ContainerRun {
    let codes: ContainerRun.AllowedCodes = input.flag("ignore_exit_codes") ? .any : .only([0, 2])
    return ContainerRun(
      command, allowedExitCodes: codes, failure: failure,
      absence: "the image has no `\(program.shown)`; an earlier step has to install Puppet")
  }

  /// An option in single quotes where it has a value.
  static func option(_ name: String, _ value: RunText?) -> RunText {
    guard let value, !value.isEmpty else { return "" }
    return "\(name)='\(value)' "
  }
}
