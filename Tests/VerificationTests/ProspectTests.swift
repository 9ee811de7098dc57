import Expectation
import Image
import Source
import Support
import Testing
import Verification

/// What is told of a spec before there is an image.
@Suite struct ProspectTests {
  private static let spec = VerifierTests.spec(
    """
    files:
      /etc/motd: {exists: true}
      /etc/made: {exists: true, requires: "commands:make"}
    commands:
      make: {stdout: [x]}
      when: {exec: "true", when: {platform: debian}}
      inside: {exec: "true", isolation: running}
    processes: {greet: {count: 1}}
    http: {"https://localhost/": {}, "http://localhost/": {}}
    diff: {image: "registry.example.com/x:1", changed: 0}
    """)

  private static func reasons(
    commands: String? = nil, starting: String? = nil, asking: String? = nil,
    approved: [String: Known<any ImageView>] = [:]
  ) -> [String: String] {
    let prospect = Prospect(commands: commands, starting: starting, asking: asking, approved: approved)
    let (gaps, count) = prospect.gaps(in: spec)
    #expect(count > gaps.count)
    return Dictionary(gaps.map { ($0.outcome.id, $0.reason) }) { first, _ in first }
  }

  @Test func `A machine with everything decides everything`() {
    #expect(Self.reasons() == [:])
  }

  @Test func `Commands need an engine, and so does what requires them`() {
    #expect(
      Self.reasons(commands: "none works") == [
        "files:/etc/made:exists": "none works", "commands:make:stdout": "none works",
        "commands:make:exit-status": "none works", "commands:when:exit-status": "none works",
      ])
  }

  @Test func `What runs needs one that starts images`() {
    let reasons = Self.reasons(starting: "it is chroot")
    #expect(reasons.values.allSatisfy { $0 == "it is chroot" })
    for id in ["commands:inside:exit-status", "processes:greet:count", "http:http://localhost/:status"] {
      #expect(reasons[id] != nil, "\(id): \(reasons)")
    }
    #expect(reasons["commands:make:exit-status"] == nil && reasons["files:/etc/motd:exists"] == nil)
  }

  @Test func `Pages over TLS need curl`() {
    #expect(Self.reasons(asking: "no curl") == ["http:https://localhost/:status": "no curl"])
  }

  @Test func `An approved image must be there`() {
    let reasons = Self.reasons(approved: [
      "registry.example.com/x:1": .unknown(UnknownReason("it is nowhere"))
    ])
    #expect(
      reasons == [
        "diff:changed": "there is no `registry.example.com/x:1` to compare with: it is nowhere"
      ])
  }
}
