import Plan
import PlanSupport
import Support
import Testing

struct RecordedRunTests {
  /// Provisioners that are planned without operations; each says so.
  static let unsupported = ["powershell", "windows-shell"]
  /// Two builds whose calls were recorded in the order of their running, and a Windows container.
  static let apart = ["only-except", "docker-windows"]

  static let names: [String] = {
    let files = (try? CaseFolder.files(in: "packer-exec", endings: [".trace.json"])) ?? []
    return files.map { String($0.name.dropLast(".trace.json".count)) }
  }()

  @Test("the folder of recordings is read")
  func folder() { #expect(Self.names.count > 60) }

  @Test("plans the calls that Packer made", arguments: names.filter { !(unsupported + apart).contains($0) })
  func calls(_ name: String) throws {
    let run = try RecordedRun.load(name)
    let planned = Transcript(run).calls
    for (index, call) in run.calls.enumerated() {
      #expect(index < planned.count && planned[index] == call, "call \(index + 1)")
    }
    #expect(planned.count == run.calls.count)
  }

  @Test("says why a provisioner is not run", arguments: unsupported)
  func reasons(_ name: String) throws {
    let step = try #require(try RecordedRun.load(name).plan.steps.first { $0.kind == .provision })
    guard case .unsupported(let reason) = step.action else {
      Issue.record("\(name) is taken for supported")
      return
    }
    #expect(reason.contains("`\(step.type)`"))
  }
}
