import ArgumentParser
import Chef
import DataSyntax
import Host
import Source

/// What is known of the machine that is built, beside what its base image tells.
struct FactsOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "What Ohai says of the machine, as JSON: `ohai > facts.json` prints it.", valueName: "file"))
  var facts: String?

  /// The facts of the file; nil where none is named.
  func nodeFacts(in workplace: Workplace) throws(CommandFault) -> NodeFacts? {
    guard let facts else { return nil }
    let bytes: [UInt8]
    do throws(HostError) {
      bytes = try workplace.disk.read(facts, limit: SourceStore.sizeLimit)
    } catch {
      throw CommandFault(.usage, error.description)
    }
    let text = DerivedText(SourceFile(FileID(facts), bytes: bytes))
    let (tree, faults) = DataParser.parse(text, as: .json)
    guard faults.isEmpty, tree.root.kind == .mapping else {
      throw CommandFault(.usage, "`\(facts)` holds no facts: it is not a JSON object")
    }
    return NodeFacts(ohai: PlainValue(tree.root))
  }
}
