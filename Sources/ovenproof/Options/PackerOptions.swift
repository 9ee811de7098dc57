import ArgumentParser
import Host
import Packer

/// The switches that `packer` itself has, spelled as there: one or two dashes, `=` or blank.
struct PackerOptions: ParsableArguments {
  @Option(
    name: [.long, .customLong("var", withSingleDash: true)], parsing: .unconditionalSingleValue,
    help: ArgumentHelp("Set a user variable of the template.", valueName: "name=value"))
  var `var`: [String] = []

  @Option(
    name: [.long, .customLong("var-file", withSingleDash: true)],
    help: ArgumentHelp("Read user variables from a JSON or YAML file.", valueName: "file"))
  var varFile: [String] = []

  @Option(
    name: [.long, .customLong("only", withSingleDash: true)],
    help: ArgumentHelp("Take only the builds of these names.", valueName: "name,…"))
  var only: [String] = []

  @Option(
    name: [.long, .customLong("except", withSingleDash: true)],
    help: ArgumentHelp("Leave out the builds and post-processors of these names.", valueName: "name,…"))
  var except: [String] = []

  func validate() throws {
    for assignment in `var` where !assignment.contains("=") {
      throw ValidationError("`-var \(assignment)` has no value: write `-var name=value`")
    }
  }

  /// What the switches give to a template.
  func inputs(in workplace: Workplace) -> TemplateInputs {
    var inputs = TemplateInputs(workingDirectory: workplace.disk.workingDirectory)
    inputs.variables = `var`.compactMap { assignment in
      guard let equals = assignment.firstIndex(of: "=") else { return nil }
      return (String(assignment[..<equals]), String(assignment[assignment.index(after: equals)...]))
    }
    for file in varFile { PassedPipe.keep(file) }
    inputs.variableFiles = varFile
    inputs.environment = workplace.environment
    inputs.only = only.flatMap(Self.names)
    inputs.except = except.flatMap(Self.names)
    return inputs
  }

  /// The names between commas; nothing between them is an empty name, as Packer takes it, which no build has.
  private static func names(_ list: String) -> [String] {
    list.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
  }
}
