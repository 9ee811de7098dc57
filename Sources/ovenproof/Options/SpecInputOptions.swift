import ArgumentParser
import Diagnostics
import Expectation
import Host
import Source

/// The values that the inputs of specs get.
struct SpecInputOptions: ParsableArguments {
  /// A name with its value: `port=8080`.
  struct Assignment: ExpressibleByArgument {
    let name: String
    let value: String

    init?(argument: String) {
      guard let equals = argument.firstIndex(of: "="), equals > argument.startIndex else { return nil }
      name = String(argument[..<equals])
      value = String(argument[argument.index(after: equals)...])
    }
  }

  @Option(help: ArgumentHelp("A value for an input of the spec; repeatable.", valueName: "name=value"))
  var input: [Assignment] = []

  @Option(
    help: ArgumentHelp(
      "Values for inputs, as a map in YAML or JSON; repeatable. Secrets belong here: other users see the words of a command.",
      valueName: "file"))
  var inputFile: [String] = []

  /// Reads them; a file that is broken ends the run with what is wrong.
  func values(in workplace: Workplace) throws -> InputValues {
    var store = SourceStore(workplace.disk)
    var files: [InputFile] = []
    for path in inputFile {
      do { files.append(InputFile(try store.read(path))) } catch {
        throw CommandFault(.usage, error.description, help: "name a file with values of inputs")
      }
    }
    let faults = files.flatMap(\.diagnostics)
    guard !faults.contains(where: { $0.severity == .error }) else {
      workplace.show(faults.sorted(), in: SourceSet(files.map(\.source)))
      throw CommandFault(.failure, "the values of the inputs cannot be read, so nothing was judged")
    }
    return InputValues(texts: input.map { ($0.name, $0.value) }, files: files)
  }
}
