import ArgumentParser
import Diagnostics
import Drafting
import Expectation
import Goss
import Host
import RubySyntax
import Source

/// `ovenproof spec convert`: a spec in another dialect.
struct SpecConvertCommand: OvenproofVerb {
  static let configuration = CommandConfiguration(
    commandName: "convert",
    abstract:
      "Write a spec of Ovenproof, goss, container-structure-test, serverspec or InSpec in another dialect.",
    discussion: """
      What the other dialect cannot express is named with its line, on standard error and in the last comment of what is written; the \
      exit code is 1 then, unless `--allow-partial` is given. Of Ruby (`.rb`) the declarative part is read.
      """)

  /// The dialects that are written.
  enum Target: String, ExpressibleByArgument, CaseIterable {
    case ovenproof, goss
    case structureTest = "structure-test"

    var dialect: Outcome.Dialect {
      switch self {
      case .ovenproof: .ovenproof
      case .goss: .goss
      case .structureTest: .cst
      }
    }
  }

  @Argument(help: "The spec.") var file: String
  @Option(help: "The dialect to write: ovenproof, goss or structure-test.") var to: Target
  @Option(
    name: [.short, .long],
    help: ArgumentHelp("Write to a file instead of standard output.", valueName: "file"))
  var output: String?
  @Flag(help: "Replace the file that is there.") var force = false
  @Flag(help: "Exit with 0 though something cannot be expressed.") var allowPartial = false
  @OptionGroup var dialects: DialectOptions
  @OptionGroup var consoleOptions: ConsoleOptions

  func perform(in workplace: Workplace) async throws -> ExitStatus {
    var workplace = workplace
    workplace.console = consoleOptions.console
    let target = SpecOutput(path: output, replaces: force)
    try target.check(in: workplace)
    var store = SourceStore(workplace.disk)
    let source: SourceFile
    do { source = try store.read(file) } catch {
      throw CommandFault(.usage, error.description, help: "name a spec file")
    }
    var (draft, sources) = try draft(of: source, in: workplace)
    sources.merge(store.sources)
    draft.header = ["Made from \(file) by `ovenproof spec convert`."]
    let options = GossOptions(machine: workplace.templateMachine, compatibility: .mended)
    let written = CheckedSpec(of: draft, in: to.dialect, options)
    let isWorthless = draft.things.isEmpty || !written.isSound
    if !isWorthless { try target.write(written.text, in: workplace) }
    let start = Location(source.id, ByteRange(at: 0))
    if !written.leftOut.isEmpty {
      workplace.show(
        written.leftOut.map {
          Diagnostic("spec/left-out", .warning, "left out: \($0.reason)", at: $0.origin ?? start)
        }.sorted(),
        in: sources)
    }
    if isWorthless {
      throw CommandFault(
        .failure, "nothing of `\(file)` could be converted",
        help: written.leftOut.isEmpty
          ? written.faults.first.map { "what would be written is refused: \($0)" }
          : "what stands above says why, assertion by assertion")
    }
    return written.leftOut.isEmpty || allowPartial ? .success : .failure
  }

  private func draft(of source: SourceFile, in workplace: Workplace) throws -> (SpecDraft, SourceSet) {
    if RubySpecReader.isOne(source) {
      let (draft, faults) = RubySpecReader.read(source)
      let diagnostics = faults.map { Diagnostic("spec/broken-ruby", .error, $0.message, at: $0.location) }
      try refuse(diagnostics, in: SourceSet([source]), workplace)
      return (draft, SourceSet([source]))
    }
    let choice = dialects.choice
    let options = GossOptions(
      variableFiles: choice.variableFiles, inlineVariables: choice.inlineVariables,
      machine: workplace.templateMachine, compatibility: .mended)
    let reading = SpecReading.read(source, as: choice.dialect, in: workplace.disk, options)
    let sources = SourceSet(reading.sources)
    try refuse(reading.diagnostics, in: sources, workplace)
    return (reading.draft, sources)
  }

  private func refuse(_ diagnostics: [Diagnostic], in sources: SourceSet, _ workplace: Workplace) throws {
    if !diagnostics.isEmpty { workplace.show(diagnostics.sorted(), in: sources) }
    guard !diagnostics.contains(where: { $0.severity == .error }) else {
      throw CommandFault(.failure, "the spec is faulty, so nothing was converted")
    }
  }
}
