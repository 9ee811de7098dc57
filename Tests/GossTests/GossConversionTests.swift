import DataSyntax
import Diagnostics
import Drafting
import Expectation
import Goss
import Host
import Source
import Sprig
import Support
import Testing

/// The recorded goss files, converted to our own dialect: what is converted is judged as goss judges it.
@Suite struct GossConversionTests {
  @Test(arguments: try GossExperiment.all())
  func `What is converted is judged alike`(experiment: GossExperiment) throws {
    guard let (spec, draft) = try experiment.drafted(), !draft.things.isEmpty else { return }
    let image = ImageSearch(try GossImage.view())
    let commands = try GossImage.commands()
    let own = try Self.verdicts(of: draft, in: image, commands)
    var originals: [Location: Outcome] = [:]
    for outcome in spec.outcomes(in: image, commands: Self.results(spec, image, commands)) {
      originals[outcome.origin] = outcome
    }
    var compared = 0
    for (outcome, places) in own {
      // What two resources say of one thing is one assertion here, and holds where both do.
      let held = places.map { place in originals[place].flatMap(Self.isHeld) }
      guard let ours = Self.isHeld(outcome), !held.contains(nil) else { continue }
      compared += 1
      #expect(held.allSatisfy { $0 == true } == ours, "\(outcome.title): \(outcome.message)")
    }
    if draft.leftOut.isEmpty, draft.things.contains(where: { $0.setting("skip") == nil }) {
      #expect(compared > 0)
    }
  }

  @Test func `Most files are read, and many properties are converted`() throws {
    let drafted = try GossExperiment.all().compactMap { try $0.drafted()?.draft }
    #expect(drafted.count > 15)
    #expect(drafted.reduce(0) { $0 + $1.count } > 60)
  }

  /// Whether it holds; nil where it was not judged for itself.
  private static func isHeld(_ outcome: Outcome) -> Bool? {
    switch outcome.verdict {
    case .passed: true
    case .failed, .error: false
    default: nil
    }
  }

  /// Our outcomes with the places at which the goss file asks for each.
  private static func verdicts(
    of draft: SpecDraft, in image: ImageSearch, _ commands: [String: CommandResult]
  ) throws -> [(outcome: Outcome, places: [Location])] {
    let text = SpecWriter.text(of: draft, in: .ovenproof).text
    let (spec, diagnostics) = SpecFile.read(SourceFile(FileID("own.yaml"), bytes: Array(text.utf8)))
    let isSkipped = draft.things.allSatisfy { $0.setting("skip") != nil }
    #expect(diagnostics.map(\.message) == (isSkipped ? ["everything in the spec is skipped"] : []), "\(text)")
    var found: [String: Outcome] = [:]
    for outcome in spec.outcomes(in: image, commands: results(spec, image, commands)) {
      found[outcome.id] = outcome
    }
    var places: [String: [Location]] = [:]
    for thing in draft.things {
      for assertion in thing.assertions {
        guard let place = assertion.origin else { continue }
        places["\(thing.section):\(thing.name):\(assertion.property)", default: []].append(place)
      }
    }
    return places.compactMap { id, places in found[id].map { ($0, places) } }
  }

  private static func results(
    _ spec: any Spec, _ image: ImageSearch, _ commands: [String: CommandResult]
  ) -> [String: CommandResult] {
    var results: [String: CommandResult] = [:]
    for request in spec.commands(in: image) {
      let line =
        request.call.arguments.count == 3 && request.call.arguments[1] == "-c"
        ? request.call.arguments[2] : request.call.arguments.joined(separator: " ")
      results[request.id] = commands[line]
    }
    return results
  }
}

extension GossExperiment {
  /// The spec, judged sensibly, and the draft that is made of it; nil where goss refuses the file.
  func drafted() throws -> (spec: GossSpec, draft: SpecDraft)? {
    let options = GossOptions(
      machine: TemplateMachine(environment: ["PLAIN": "hello"], now: 0) { path in
        .failure(TemplateMachineError("open \(path): no such file or directory"))
      }, compatibility: .mended)
    let files = try tree()
    let path = "/x/\(name)/goss.yaml"
    // One of them is a template that is called otherwise.
    guard files.status(path) != nil else { return nil }
    let bytes = try files.read(path, limit: 1 << 22)
    let source = SourceFile(FileID(path), bytes: bytes)
    let goss: GossFile
    do throws(GossFault) { goss = try GossFile.read(source, in: files, options) } catch { return nil }
    return (goss.spec, SpecReading.read(source, as: .goss, in: files, options).draft)
  }
}
