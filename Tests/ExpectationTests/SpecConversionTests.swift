import Diagnostics
import Drafting
import Expectation
import Goss
import Host
import Source
import Sprig
import Support
import Testing

/// Our specs as goss files, and back: what is converted keeps its verdicts, ours and goss's.
@Suite struct SpecConversionTests {
  private static let options = GossOptions(machine: .none, compatibility: .mended)

  /// A group without a list of members, which Go's programs do not see and those of the C library do.
  private static let readOtherwise: Set = ["groups:short:exists"]

  /// A spec of a case, its form for goss, and what is read back from that.
  private struct Trip {
    let draft: SpecDraft
    let goss: GossSpec
    let back: SpecDraft

    init?(_ example: SpecCase) throws {
      let source = SourceFile(FileID("spec.yaml"), bytes: try example.specBytes())
      let reading = SpecReading.read(source, as: .ovenproof, in: MemoryFileTree([:]), options)
      draft = reading.draft
      let text = SpecWriter.text(of: draft, in: .goss).text
      let file = SourceFile(FileID("goss.yaml"), bytes: Array(text.utf8))
      guard !draft.things.isEmpty, let goss = try? GossFile.read(file, in: MemoryFileTree([:]), options)
      else { return nil }
      self.goss = goss.spec
      back = SpecReading.read(file, as: .goss, in: MemoryFileTree([:]), options).draft
    }
  }

  @Test(arguments: try SpecCase.all())
  func `Verdicts survive the way to goss and back`(example: SpecCase) throws {
    guard let trip = try Trip(example) else { return }
    let (image, results) = try example.subject()
    let search = ImageSearch(image)
    let first = Self.verdicts(of: trip.draft, in: search, results)
    let second = Self.verdicts(of: trip.back, in: search, results)
    for (id, verdict) in second {
      guard let original = first[id] else { continue }
      #expect(original == verdict, "\(example.name): \(id)")
    }
    let places = Dictionary(
      trip.back.things.flatMap { thing in
        thing.assertions.compactMap { assertion in
          assertion.origin.map { ($0, "\(thing.section):\(thing.name):\(assertion.property)") }
        }
      }
    ) { first, _ in first }
    for outcome in trip.goss.outcomes(in: search, commands: Self.byLine(trip.goss, search, results)) {
      guard let id = places[outcome.origin], let original = first[id],
        [.passed, .failed].contains(outcome.verdict), !Self.readOtherwise.contains(id)
      else { continue }
      #expect(original == (outcome.verdict == .passed), "\(example.name): \(id): goss: \(outcome.message)")
    }
  }

  @Test func `Many assertions make the way`() throws {
    let counts = try SpecCase.all().compactMap { try Trip($0)?.back.count }
    #expect(counts.count > 8)
    #expect(counts.reduce(0, +) > 60)
  }

  /// Whether each assertion holds, of those that are judged for themselves.
  private static func verdicts(
    of draft: SpecDraft, in search: ImageSearch, _ results: [String: CommandResult]
  ) -> [String: Bool] {
    let text = SpecWriter.text(of: draft, in: .ovenproof).text
    let (spec, _) = SpecFile.read(SourceFile(FileID("own.yaml"), bytes: Array(text.utf8)))
    var verdicts: [String: Bool] = [:]
    for outcome in spec.outcomes(in: search, commands: results)
    where [.passed, .failed].contains(outcome.verdict) {
      verdicts[outcome.id] = outcome.verdict == .passed
    }
    return verdicts
  }

  /// What the commands did, by the ids that goss gives them.
  private static func byLine(
    _ goss: GossSpec, _ search: ImageSearch, _ results: [String: CommandResult]
  ) -> [String: CommandResult] {
    var found: [String: CommandResult] = [:]
    for request in goss.commands(in: search) {
      let resource = goss.resources.first { $0.word == "command" && request.id.hasSuffix($0.name) }
      found[request.id] = resource.flatMap { results["commands:\($0.name)"] }
    }
    return found
  }
}
