import Expectation
import Source
import Support
import Testing

/// What is asserted of processes of which none runs.
@Suite struct AbsentProcessTests {
  @Test(arguments: [
    ("{count: 0}", [Outcome.Verdict.passed]), ("{count: {lt: 5}}", [.passed]), ("{count: 1}", [.failed]),
    ("{count: {not: 0}}", [.failed]), ("{count: 0, user: root}", [.passed, .notApplicable]),
    ("{user: root, count: 2}", [.blocked, .failed]), ("{running: false, count: 0}", [.passed, .passed]),
    ("{running: true, count: {lt: 5}}", [.failed, .blocked]), ("{user: root}", [.failed]),
  ])
  func `The count of nothing is 0`(_ asserted: String, _ verdicts: [Outcome.Verdict]) {
    let bytes = Array("processes: {nginx: \(asserted)}\n".utf8)
    let spec = SpecFile.read(SourceFile(FileID("a.spec.yaml"), bytes: bytes)).spec
    let search = ImageSearch(MemoryImage())
    search.running = RunningResult(.ran)
    let outcomes = spec.outcomes(in: search, commands: [:]).filter { $0.resource == "processes" }
    #expect(outcomes.map(\.verdict) == verdicts)
    let message = outcomes.first { $0.verdict == .failed }?.message
    #expect(message == nil || message == "no process `nginx` runs")
  }
}
