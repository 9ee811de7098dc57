import Packer
import Source

/// The variables that the shell provisioners hand to a script, in the order of their names.
struct Environment {
  private(set) var variables: [(name: String, value: RunText)] = []

  init(_ input: ProvisionerInput) {
    set("PACKER_BUILD_NAME", input.build.nameText)
    set("PACKER_BUILDER_TYPE", RunText(input.build.builder.type.value))
    for pair in input.texts("environment_vars") {
      guard let (name, value) = pair.splitAtFirst("=") else { continue }
      set(name.shown, value.replacing("'", with: "'\"'\"'"))
    }
    variables.sort { Array($0.name.utf8).lexicographicallyPrecedes(Array($1.name.utf8)) }
  }

  /// Every variable written by a format with two `%s`, name and value.
  func rendered(_ format: RunText) -> RunText {
    let pieces = format.replacing("%%", with: "\u{0}").splitVerbs()
    var text: RunText = ""
    for variable in variables {
      let values = [RunText(variable.name), variable.value]
      for (index, piece) in pieces.enumerated() {
        text = text + piece
        if index + 1 < pieces.count, index < values.count { text = text + values[index] }
      }
    }
    return text
  }

  private mutating func set(_ name: String, _ value: RunText) {
    variables.removeAll { $0.name == name }
    variables.append((name, value))
  }
}

extension RunText {
  /// The pieces round `%s`, with escaped per cent signs put back.
  fileprivate func splitVerbs() -> [RunText] {
    var pieces: [RunText] = []
    var current: [RunText.Part] = []
    for part in parts {
      guard case .literal(let text) = part else {
        current.append(part)
        continue
      }
      let runs = text.replacing("%s", with: "\u{1}").split(
        separator: "\u{1}", omittingEmptySubsequences: false)
      for (index, run) in runs.enumerated() {
        if index > 0 {
          pieces.append(RunText(current))
          current = []
        }
        current.append(.literal(String(run).replacing("\u{0}", with: "%")))
      }
    }
    return pieces + [RunText(current)]
  }
}
