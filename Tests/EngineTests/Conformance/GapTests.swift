import Testing

@testable import Engine

/// The cases that engines are spared from passing.
@Suite struct GapTests {
  @Test(arguments: Candidate.allCases)
  func `every gap is that of a case`(_ candidate: Candidate) {
    let names = Set(ConformanceCase.all.map(\.name))
    #expect(candidate.gaps.keys.filter { !names.contains($0) } == [])
  }

  @Test func `no two cases have a name in common`() {
    #expect(Set(ConformanceCase.all.map(\.name)).count == ConformanceCase.all.count)
  }

  @Test func `a gap that has closed is an issue, and one that hangs is none`() async {
    await withKnownIssue("the case passes") { await Gap("it failed once").expectFailure {} }
    var slow = Gap("it hangs")
    slow.patience = .milliseconds(50)
    await slow.expectFailure { try await Task.sleep(for: .seconds(60)) }
  }
}
