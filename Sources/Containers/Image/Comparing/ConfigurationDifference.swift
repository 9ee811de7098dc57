package import DataSyntax
import Source

/// A setting that two images' configurations give different values.
package struct ConfigurationDifference: Sendable, Hashable {
  /// `architecture`, `config.User`, `config.Env.PATH`, `history.3`.
  package let name: String
  /// Nil where the image does not have it; secrets are masked.
  package let a: JSONText?
  package let b: JSONText?

  /// All of them, in the byte order of names; the layers are not among them.
  static func all(
    _ a: ImageConfiguration?, _ b: ImageConfiguration?, times: ImageComparison.Times
  ) -> [ConfigurationDifference] {
    let one = a.map { settings(of: $0, times) } ?? [:]
    let other = b.map { settings(of: $0, times) } ?? [:]
    return Set(one.keys).union(other.keys).sorted()
      // Texts are compared by their bytes.
      .filter { one[$0]?.compact != other[$0]?.compact }
      .map { name in
        ConfigurationDifference(
          name: MaskedText.masking(name.text), a: one[name].map { masked($0, of: name.text) },
          b: other[name].map { masked($0, of: name.text) })
      }
  }

  /// Every setting by a name of its own: what is a list of names or variables is taken apart.
  private static func settings(
    of configuration: ImageConfiguration, _ times: ImageComparison.Times
  ) -> [ExactText: JSONText] {
    var configuration = configuration
    if times == .ignored {
      configuration.created = nil
      for index in configuration.history.indices { configuration.history[index].created = nil }
    }
    var found: [ExactText: JSONText] = [:]
    for (index, entry) in configuration.history.enumerated() {
      found[ExactText("history.\(index + 1)")] = entry.json
    }
    for entry in configuration.environment {
      let variable = entry.assignment ?? (name: entry, value: "")
      found[ExactText("config.Env.\(variable.name)")] = .string(variable.value)
    }
    for member in configuration.json.membersOfObject where member.key != "rootfs" && member.key != "history" {
      guard member.key == "config" else {
        found[ExactText(member.key)] = member.value
        continue
      }
      for setting in member.value.membersOfObject where setting.key != "Env" {
        let isSet = ["Labels", "ExposedPorts", "Volumes"].contains(setting.key)
        if !isSet { found[ExactText("config.\(setting.key)")] = setting.value }
        for part in isSet ? setting.value.membersOfObject : [] {
          found[ExactText("config.\(setting.key).\(part.key)")] = part.value
        }
      }
    }
    return found
  }

  private static func masked(_ value: JSONText, of name: String) -> JSONText {
    switch value {
    case .string(let text): .string(MaskedText.masking(text, of: name))
    case .array(let items): .array(items.map { masked($0, of: name) })
    case .object(let members):
      .object(
        members.map { member in
          JSONText.Member(MaskedText.masking(member.key), masked(member.value, of: member.key))
        })
    case .null, .bool, .integer, .number: value
    }
  }
}

extension JSONText {
  /// The members of an object; none of anything else.
  fileprivate var membersOfObject: [Member] {
    if case .object(let members) = self { members } else { [] }
  }
}
