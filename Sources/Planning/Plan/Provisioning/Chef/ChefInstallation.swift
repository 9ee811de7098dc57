import Packer
import Source

/// What Packer's two Chef provisioners share: the installation and the node's JSON.
struct ChefInstallation {
  let input: ProvisionerInput
  let guest: GuestCommands

  /// Whether Chef is installed first.
  var isWanted: Bool { !input.flag("skip_install") }

  /// What is said where the command of Chef is not found.
  var absence: String {
    isWanted
      ? "the image has no Chef: the installation did not bring it"
      : "the image has no Chef: leave `skip_install` out, or install it in an earlier step"
  }

  /// The licence to write down: the user's, or a silent yes where Packer's own command installs a Chef that asks.
  var license: RunText {
    if let written = input.text("chef_license") { return written }
    return isWanted && input.text("install_command") == nil ? "accept-silent" : ""
  }

  /// Appends the installation unless it is skipped.
  func append(to work: inout ProvisionerWork) {
    guard isWanted else { return }
    work.say("installing Chef")
    work.run(command, failure: "Chef could not be installed: exit code N")
    work.effects.append(.init(.installs, name: "chef"))
  }

  private var command: RunText {
    let version = input.text("version") ?? ""
    let fields = Fields(["Version": version], flags: ["Sudo": !guest.sudo.isEmpty])
    if let own = input.rendered("install_command", fields) { return own }
    if guest.isWindows {
      let wanted: RunText = version.isEmpty ? "" : " -version \(version)"
      return
        "powershell.exe -Command \". { iwr -useb https://omnitruck.chef.io/install.ps1 } | iex; Install-Project\(wanted)\""
    }
    let wanted: RunText = version.isEmpty ? "" : " -v \(version)"
    return "curl -L https://omnitruck.chef.io/install.sh | \(guest.sudo)bash -s --\(wanted)"
  }

  /// The node's JSON: the `json` option, with the run list put in unless it is empty.
  var node: RunText {
    var entries: [(key: String, value: NodeJSON)] = []
    if case .map(let written)? = input.options["json"]?.content {
      for (key, value) in written { entries.append((key.value, NodeJSON(value))) }
    }
    let runList = input.texts("run_list")
    if !runList.isEmpty {
      entries.removeAll { $0.key == "run_list" }
      entries.append(("run_list", .list(runList.map(NodeJSON.text))))
    }
    return NodeJSON.map(entries).text
  }

  /// The run list in a few words.
  var summary: String {
    let items = input.texts("run_list").map(\.shown)
    switch items.count {
    case 0: return "Chef with an empty run list"
    case 1...3: return items.joined(separator: ", ")
    default: return "\(items[0]) and \(items.count - 1) more"
    }
  }
}
