import ShellSyntax
import Source

/// What a call leaves behind whose options say what its words mean.
struct CallEffects {
  let call: ShellCall
  let certainty: Step.Effect.Certainty

  private var words: [String] { call.arguments.compactMap(\.text) }

  /// The words that are no options.
  private var operands: [String] { words.filter { !$0.hasPrefix("-") } }

  /// Users and groups, services, downloads, edited files and removed packages.
  var effects: [Step.Effect] {
    let program = call.name.value.split(separator: "/").last.map(String.init) ?? call.name.value
    switch program {
    case "useradd", "adduser": return account(.creates, "user")
    case "usermod": return account(.changes, "user")
    case "userdel", "deluser": return account(.removes, "user")
    case "groupadd", "addgroup": return account(.creates, "group")
    case "groupdel", "delgroup": return account(.removes, "group")
    case "systemctl": return services
    case "curl": return download(to: ["-o", "--output"])
    case "wget": return download(to: ["-O", "--output-document"])
    case "git": return clone
    case "sed", "perl": return edits
    case "apt-get", "apt", "yum", "dnf", "zypper", "apk": return removals
    default: return []
    }
  }

  /// The account that the last word names.
  private func account(_ kind: Step.Effect.Kind, _ what: String) -> [Step.Effect] {
    guard let name = call.arguments.last?.text, !name.hasPrefix("-") else { return [] }
    return [.init(kind, name: "\(what) \(name)", certainty)]
  }

  private var services: [Step.Effect] {
    guard let verb = operands.first, ["enable", "disable", "mask", "unmask"].contains(verb) else { return [] }
    return operands.dropFirst().map { .init(.changes, name: "service \($0)", certainty) }
  }

  private func download(to options: [String]) -> [Step.Effect] {
    let addresses = operands.filter { $0.contains("://") }
    guard !addresses.isEmpty else { return [] }
    let files = words.indices.dropLast().filter { options.contains(words[$0]) }.map { words[$0 + 1] }
    return addresses.map { .init(.downloads, name: $0, certainty) }
      + files.filter { $0.hasPrefix("/") && !$0.hasPrefix("/dev/") }.map {
        .init(.creates, path: $0, certainty)
      }
  }

  private var clone: [Step.Effect] {
    guard operands.first == "clone", let address = operands.dropFirst().first(where: { $0.contains(":") })
    else {
      return []
    }
    let folder = operands.last.flatMap { $0.hasPrefix("/") ? $0 : nil }
    return [.init(.downloads, name: address, certainty)]
      + [folder].compactMap { $0 }.map { .init(.creates, path: $0, certainty) }
  }

  /// The file that is edited in place.
  private var edits: [Step.Effect] {
    guard words.contains(where: { $0.hasPrefix("-i") || $0 == "--in-place" || $0 == "-pi" }) else {
      return []
    }
    // The words before may be parts of the editor's script.
    return operands.dropFirst().suffix(1).filter { $0.hasPrefix("/") && !$0.hasSuffix("/") }.map {
      .init(.changes, path: $0, certainty)
    }
  }

  private var removals: [Step.Effect] {
    let verbs: Set = ["remove", "purge", "erase", "del", "rm", "autoremove"]
    guard let verb = operands.first, verbs.contains(verb) else { return [] }
    return operands.dropFirst().map { .init(.removes, name: $0, certainty) }
  }
}
