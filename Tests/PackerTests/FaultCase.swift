import Packer
import Source
import Support
import Testing

/// A template with its expected faults marked: `«` and `»` stand around each place.
struct FaultCase: Sendable, CustomTestStringConvertible {
  private let marked: MarkedCase

  var about: String { marked.about }
  /// The names of the problems, in the order of the marks.
  var problems: [String] { marked.names }
  var arguments: [String] { marked.arguments }
  var bytes: [UInt8] { marked.bytes }
  /// The marked places.
  var ranges: [ByteRange] { marked.ranges }

  var testDescription: String { about }
  var file: SourceFile { SourceFile(FileID("machine.json"), bytes: bytes) }

  /// The cases of all files under `Fixtures/packer/faults`.
  static func all() throws -> [FaultCase] { try MarkedCase.all(in: "packer/faults").map(FaultCase.init) }

  /// What the arguments give to the template.
  var inputs: TemplateInputs {
    var inputs = TemplateInputs(workingDirectory: Repository.root)
    inputs.environment = ["VAULT_TOKEN": "x"]
    for (index, argument) in arguments.enumerated() {
      if argument == "-var", let mark = arguments[index + 1].firstIndex(of: "=") {
        let pair = arguments[index + 1]
        inputs.variables.append((String(pair[..<mark]), String(pair[pair.index(after: mark)...])))
      }
      if argument.hasPrefix("-var-file=") { inputs.variableFiles.append(String(argument.dropFirst(10))) }
      if argument.hasPrefix("-only=") { inputs.only.append(String(argument.dropFirst(6))) }
    }
    return inputs
  }
}
