import Diagnostics
import Report
import Testing

@Suite struct RunRecordMergingTests {
  @Test("One record merged is itself, with its images named")
  func single() throws {
    let record = try SampleRecord().record
    let merged = try #require(RunRecord.merged([record]))
    #expect(merged.findings == record.sorted.findings)
    #expect(merged.run == record.run)
    #expect(merged.assertions.allSatisfy { $0.image == "registry.example.com/greeter:1.0.0" })
  }

  @Test("A record given twice counts once")
  func twice() throws {
    let record = try SampleRecord().record
    #expect(RunRecord.merged([record, record]) == RunRecord.merged([record]))
  }

  @Test("The order of the records makes no difference")
  func order() throws {
    let first = try SampleRecord().record
    var second = first
    second.subject.images = [.init(name: "greeter:2")]
    second.run = .init(started: 5, durations: ["lint": 1.5], host: "kitchen-2")
    second.builds.removeLast(2)
    second.findings.removeFirst()
    second.threshold = .warning
    let merged = try #require(RunRecord.merged([first, second]))
    #expect(RunRecord.merged([second, first]) == merged)
    #expect(merged.threshold == .warning)
    #expect(merged.run.started == 5)
    #expect(merged.run.host == "kitchen-1, kitchen-2")
    #expect(merged.run.durations["lint"] == 1.518)
    #expect(merged.subject.images.map(\.name) == ["greeter:2", "registry.example.com/greeter:1.0.0"])
    #expect(merged.findings == first.sorted.findings)
    #expect(merged.assertions.count == first.assertions.count * 2)
    #expect(merged.builds.count == first.builds.count)
  }

  @Test("No records make no record")
  func none() { #expect(RunRecord.merged([]) == nil) }
}
