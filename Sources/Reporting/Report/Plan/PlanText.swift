import Baking
import Chef
import Diagnostics
import Packer
package import Plan
import Project
package import Source

/// A plan for people: builds with numbered steps, what each reads, uploads, runs and leaves behind, and who asked.
package struct PlanText {
  package enum Detail: Sendable { case brief, everyCommand }
  package enum Colour: Sendable { case plain, terminal }

  private let plan: Plan
  private let sources: SourceSet
  private let detail: Detail
  private let palette: Palette
  private var lines: [String] = []

  package init(_ plan: Plan, sources: SourceSet, detail: Detail = .brief, colour: Colour = .plain) {
    self.plan = plan
    self.sources = sources
    self.detail = detail
    palette = colour == .plain ? .plain : .colored
  }

  /// The whole text, with a line feed at its end; secrets are shown by name only.
  package var text: String {
    var writer = self
    for (index, build) in plan.builds.enumerated() {
      if index > 0 { writer.lines.append("") }
      writer.write(build)
    }
    if plan.builds.isEmpty { writer.lines.append("nothing to build") }
    return writer.lines.map(ConcealedText.masking).joined(separator: "\n") + "\n"
  }

  private mutating func write(_ build: BuildPlan) {
    lines.append(heading(build))
    for line in StandInText(build, sources: sources).lines { lines.append("     \(dim(line))") }
    let mask = SecretMask(of: build)
    let width = build.steps.map { VisibleText.width(of: mask.masking($0.title).oneLine) }.max() ?? 0
    for (index, step) in build.steps.enumerated() {
      write(step, number: "\(index + 1)", width: min(width, 60), mask)
    }
    if let cleanup = build.errorCleanup {
      lines.append(dim("  after a failure, before the container goes:"))
      write(cleanup, number: "!", width: min(width, 60), mask)
    }
    for reason in build.openQuestions {
      let place = reason.location.map { "  " + self.place($0) } ?? ""
      lines.append("  \(bold("cannot tell or do:")) \(reason.text.oneLine)\(dim(place))")
    }
  }

  private func heading(_ build: BuildPlan) -> String {
    let name = (build.name == build.builder ? build.name : "\(build.name) (\(build.builder))").oneLine
    let steps = build.steps.count == 1 ? "1 step" : "\(build.steps.count) steps"
    let base = build.base.map { ", from \($0.reference.shown.oneLine)" } ?? ""
    if let standIn = build.standIn {
      return
        "\(bold(name)): \(steps) in `\(standIn.standIn.image.oneLine)`, standing in for \(standIn.machine)"
    }
    switch build.setting {
    case .container: return "\(bold(name)): \(steps) in a container\(base)"
    case .host: return "\(bold(name)): \(steps) on the host"
    case .elsewhere: return "\(bold(name)): \(steps)\(base), planned only"
    }
  }

  private mutating func write(_ step: Step, number: String, width: Int, _ mask: SecretMask) {
    let title = mask.masking(step.title).oneLine
    let padding = String(repeating: " ", count: max(0, width - VisibleText.width(of: title)))
    let margin = String(repeating: " ", count: max(0, 3 - number.count))
    lines.append("\(margin)\(number)  \(title)\(padding)  \(dim(place(step.origin)))")
    if case .postProcess(let process) = step.action, case .rehearsed(let why) = process.work {
      lines.append("     \(dim("not run: \(why)"))")
    }
    for note in step.controlNotes { lines.append("     \(dim(note))") }
    let reads = step.inputs.filter { [.file, .directory, .hole].contains($0.kind) }
    write("reads", reads.map { mask.masking($0.kind == .directory ? $0.name + "/" : $0.name) })
    write("uses", step.inputs.filter { $0.kind == .variable }.map(\.name))
    for kind in Step.Effect.Kind.allInOrder {
      let effects = step.effects.filter { $0.kind == kind }
      write(
        kind.rawValue,
        effects.map { mask.masking($0.subject) + ($0.certainty == .maybe ? " (maybe)" : "") })
    }
    if let compilation = step.compilation { write(compilation, mask) }
    if detail == .everyCommand { writeCommands(step) }
  }

  /// The resources that a Chef provisioner converges, one a line.
  private mutating func write(_ compilation: Compilation, _ mask: SecretMask) {
    for resource in compilation.resources {
      let name = mask.masking(resource.shownName).oneLine
      let doubt = resource.isSure ? "" : " (maybe)"
      let place = resource.location.map { "  " + self.place($0) } ?? ""
      let actions = resource.actions.joined(separator: ", ")
      lines.append("     \(resource.type.oneLine)[\(name)]  \(actions.oneLine)\(doubt)\(dim(place))")
    }
  }

  /// A label with its subjects, wrapped under each other.
  private mutating func write(_ label: String, _ subjects: [String]) {
    guard !subjects.isEmpty else { return }
    let indent = "     "
    var line = indent + label + String(repeating: " ", count: max(1, 10 - label.count))
    var isFresh = true
    for (index, subject) in subjects.enumerated() {
      let piece = subject.oneLine + (index + 1 < subjects.count ? "," : "")
      if !isFresh, line.count + piece.count + 1 > 110 {
        lines.append(line)
        line = indent + String(repeating: " ", count: 10)
        isFresh = true
      }
      line += isFresh ? piece : " " + piece
      isFresh = false
    }
    lines.append(line)
  }

  private mutating func writeCommands(_ step: Step) {
    guard case .provision(let operations) = step.action else { return }
    for line in operations.flatMap(\.commandLines) { lines.append("     \(dim(line.oneLine))") }
  }

  private func place(_ location: Location) -> String { sources.words(for: location).oneLine }

  private func bold(_ text: String) -> String { palette.paint(text, .strong) }
  private func dim(_ text: String) -> String { palette.paint(text, .faint) }
}

extension Step.Effect.Kind {
  /// The kinds in the order in which they are shown.
  fileprivate static let allInOrder: [Step.Effect.Kind] = [
    .downloads, .uploads, .runs, .installs, .creates, .changes, .removes, .publishes,
  ]
}

extension Step {
  /// Pauses, limits and repetitions in words.
  fileprivate var controlNotes: [String] {
    var notes: [String] = []
    if control.pauseBefore > 0 { notes.append("after a pause of \(control.pauseBefore.seconds)") }
    if let timeout = control.timeout { notes.append("given up after \(timeout.seconds)") }
    if control.retries > 0 {
      notes.append("tried again up to \(control.retries == 1 ? "once" : "\(control.retries) times")")
    }
    return notes
  }
}

extension Operation {
  /// What it does, one line a command or file, as `docker` would be told.
  fileprivate var commandLines: [String] {
    switch self {
    case .say: []
    case .run(let run): ["$ \(run.command.shown)"]
    case .runThenAlways(let run, let operations):
      ["$ \(run.command.shown)"] + operations.flatMap(\.commandLines)
    case .uploadFile(let upload): ["> \(upload.destination.shown)  (\(upload.content.words))"]
    case .uploadDirectory(let upload):
      ["> \(upload.destination.shown)  (\(upload.source.shown)\(upload.contentsOnly ? "/*" : "/"))"]
    case .uploadPath(let source, let destination): ["> \(destination.shown)  (\(source.shown))"]
    case .download(let source, let destination): ["< \(source.shown)  (to \(destination.shown))"]
    case .runOrElse(let run, let operations):
      ["$ \(run.command.shown) || …"] + operations.flatMap(\.commandLines)
    case .runOnHost(let run): ["host$ \(run.arguments.map(\.shown).joined(separator: " "))"]
    case .play(let play):
      (play.inventory.map { $0.content.shown.split(separator: "\n").map { "inventory: \($0)" } } ?? [])
        + ["host$ \(play.arguments.map(\.shown).joined(separator: " "))"]
    case .waitForKey: ["(waits for a key)"]
    case .sleep(let seconds): ["sleep \(seconds.seconds)"]
    }
  }
}

extension FileUpload.Content {
  fileprivate var words: String {
    switch self {
    case .file(let path), .textFile(let path): path.shown
    case .generated: "made here"
    }
  }
}

extension Double {
  /// Seconds without needless digits.
  fileprivate var seconds: String { self == rounded() && magnitude < 1e9 ? "\(Int(self))s" : "\(self)s" }
}

extension String {
  /// The text on one line, with signs for what would steer a terminal.
  fileprivate var oneLine: String { VisibleText.line(self) }
}
