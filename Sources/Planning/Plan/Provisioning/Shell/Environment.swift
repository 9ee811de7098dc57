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

  /// Every variable written by a format of Go's, with its name and its value.
  func rendered(_ format: RunText) -> RunText {
    let format = VariableFormat(format)
    return variables.map { format.filled(with: [RunText($0.name), $0.value]) }.joined(by: "")
  }

  private mutating func set(_ name: String, _ value: RunText) {
    variables.removeAll { $0.name == name }
    variables.append((name, value))
  }
}
