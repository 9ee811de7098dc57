package import Expectation
package import Image
import Observation
package import Source

/// What a machine can decide of specs, told before there is an image: the specs are judged on an image of which nothing is known,
/// once as if everything could be run and once as it is, and what comes out otherwise is what cannot be decided.
package struct Prospect: Sendable {
  /// An assertion that cannot be decided, and why.
  package struct Gap: Sendable {
    package let outcome: Outcome
    package let reason: String
  }

  /// Why no commands run, why no image is started, and why some of a page's addresses cannot be asked; nil where they can.
  package let commands: String?
  package let starting: String?
  package let asking: String?
  /// Images that specs compare with, by their names.
  package let approved: [String: Known<any ImageView>]

  package init(
    commands: String?, starting: String?, asking: String?, approved: [String: Known<any ImageView>]
  ) {
    self.commands = commands
    self.starting = starting
    self.asking = asking
    self.approved = approved
  }

  /// The assertions of a spec that cannot be decided, in its order, and how many there are of both kinds.
  package func gaps(in spec: any Spec) -> (gaps: [Gap], count: Int) {
    let search = Self.search()
    let requests = spec.commands(in: search)
    let running = spec.running(in: search)
    let whole = spec.outcomes(in: search, commands: Self.results(requests, without: nil) { _ in false })
    var reasons = [String?](repeating: nil, count: whole.count)
    for lack in lacks(running) {
      let search = Self.search()
      lack.change(search)
      let results = Self.results(requests, without: lack.reason, where: lack.concerns)
      let named = requests.filter(lack.concerns).map { $0.id + ":" }
      for (index, outcome) in spec.outcomes(in: search, commands: results).enumerated()
      where reasons[index] == nil {
        // What depends on facts of an image as well is open either way.
        let isNamed =
          named.contains { outcome.id.hasPrefix($0) }
          || lack.entries.contains { $0.outcomes.contains(outcome.id) }
        let isOther = (outcome.verdict, outcome.message) != (whole[index].verdict, whole[index].message)
        if isNamed || isOther { reasons[index] = lack.reason }
      }
    }
    let gaps = zip(whole, reasons).compactMap { outcome, reason in
      reason.map { Gap(outcome: outcome, reason: $0) }
    }
    return (gaps, whole.count)
  }

  /// Something that this machine does not have, and what is otherwise for it.
  private struct Lack {
    let reason: String
    var concerns: (CommandRequest) -> Bool = { _ in false }
    var entries: [RunningRequest.Entry] = []
    var change: (ImageSearch) -> Void = { _ in }
  }

  private func lacks(_ running: RunningRequest?) -> [Lack] {
    var lacks: [Lack] = []
    let entries = running?.entries ?? []
    if let starting {
      lacks.append(
        Lack(reason: starting, concerns: { $0.call.isolation == .running }, entries: entries) {
          $0.running = RunningResult(.notRun(UnknownReason(starting)))
        })
    }
    if let commands { lacks.append(Lack(reason: commands, concerns: { $0.call.isolation != .running })) }
    if let asking {
      let asked = entries.filter { $0.questions.contains(where: Self.needsHelp) }
      lacks.append(
        Lack(reason: asking, entries: asked) { search in
          for question in asked.flatMap(\.questions) where Self.needsHelp(question) {
            search.running.answers[question] = .impossible(asking)
          }
        })
    }
    for (name, found) in approved.sorted(by: { $0.key < $1.key }) {
      guard case .unknown(let reason) = found else { continue }
      lacks.append(
        Lack(
          reason: "there is no `\(name)` to compare with: \(reason.text)",
          change: { $0.approved[name] = found }))
    }
    return lacks
  }

  /// A search of an image of which nothing is known, as if it had been started.
  private static func search() -> ImageSearch {
    let search = ImageSearch(UnknownImage("any image", because: "there is no image yet"))
    search.running = RunningResult(.ran)
    return search
  }

  private static func results(
    _ requests: [CommandRequest], without reason: String?, where concerns: (CommandRequest) -> Bool
  ) -> [String: CommandResult] {
    Dictionary(
      requests.map { request in
        let end = concerns(request) ? reason.map { .notRun(UnknownReason($0)) } : nil as CommandResult.End?
        return (request.id, CommandResult(end ?? .exited(0)))
      }
    ) { first, _ in first }
  }

  /// Whether a question is asked by a program of the machine.
  private static func needsHelp(_ question: NetworkQuestion) -> Bool {
    guard case .page(let request) = question else { return false }
    return request.address.isSecure || request.proxy != nil
  }
}
