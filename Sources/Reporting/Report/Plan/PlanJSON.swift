import Baking
import Chef
package import DataSyntax
import Packer
package import Plan
import Project
package import Source

/// A plan in the machine-readable shape `ovenproof/plan/1`.
package struct PlanJSON {
  private let plan: Plan
  private let sources: SourceSet
  private let contradictions: [Finding]
  private let refusals: [Finding]

  /// Contents of generated files are given up to here.
  private static let contentLimit = 64 << 10

  /// `contradictions` are what a spec asserts and the builds make otherwise, `refusals` what an engine cannot give to their
  /// containers.
  package init(
    _ plan: Plan, sources: SourceSet, contradictions: [Finding] = [], refusals: [Finding] = []
  ) {
    self.plan = plan
    self.sources = sources
    self.contradictions = contradictions
    self.refusals = refusals
  }

  /// The whole document; secrets are shown by name only.
  package var document: JSONText {
    .members([
      ("schema", .string("ovenproof/plan/1")), ("builds", .array(plan.builds.map(build))),
      ("contradictions", Self.findings(contradictions)), ("refusals", Self.findings(refusals)),
    ])
  }

  private static func findings(_ found: [Finding]) -> JSONText? {
    found.isEmpty ? nil : .array(found.map { FindingJSON.value(of: $0, .bare) })
  }

  private func build(_ build: BuildPlan) -> JSONText {
    let mask = SecretMask(of: build)
    return .members([
      ("name", .string(build.name)), ("builder", .string(build.builder)),
      ("base", build.base.map { .members([("reference", .string($0.reference.shown))]) } ?? .null),
      ("stand-in", build.standIn.map(standIn)),
      (
        "steps",
        .array(
          (build.steps + [build.errorCleanup].compactMap { $0 }).map { step($0, mask).concealingSecrets() })
      ),
      ("unknowns", .array(unknowns(of: build))),
    ])
  }

  /// The container that stands in for a machine, what led to it, and what it cannot show.
  private func standIn(_ plan: BuildPlan.StandInPlan) -> JSONText {
    let standIn = plan.standIn
    var words: JSONText?
    var option: JSONText?
    var origin: JSONText?
    switch standIn.evidence {
    case .words(let text, let name):
      (words, option, origin) = (.string(text.value), .string(name), place(text.location))
    case .named(let location): origin = location.map(place)
    }
    let unseen = plan.unseen.sorted { $0.key < $1.key }.flatMap(\.value).map { words in
      JSONText.members([("text", .string(words.value)), ("origin", place(words.location))])
    }
    let limits = standIn.limits.map { JSONText.members([("text", .string($0))]) }
    return .members([
      ("image", .string(standIn.image)), ("machine", .string(plan.machine)), ("user", .string(standIn.user)),
      ("words", words), ("option", option), ("origin", origin),
      ("limits", .array(limits + unseen)),
    ])
  }

  private func step(_ step: Step, _ mask: SecretMask) -> JSONText {
    .members([
      ("id", .string(step.id)), ("kind", .string(step.kind.rawValue)), ("type", .string(step.type)),
      ("title", .string(mask.masking(step.title))), ("origin", place(step.origin)),
      ("inputs", .array(step.inputs.map { input($0, mask) })),
      ("effects", .array(step.effects.map { effect($0, mask) })),
      ("resources", step.compilation.map { resources(of: $0).masked(by: mask) }),
      ("files", files(of: step, mask)),
    ])
  }

  private func input(_ input: Step.Input, _ mask: SecretMask) -> JSONText {
    let isPath = input.kind == .file || input.kind == .directory
    let name = isPath ? mask.masking(input.name) : input.name
    return .members([
      ("kind", .string(input.kind.rawValue)), (isPath ? "path" : "name", .string(name)),
      ("digest", input.digest.map(JSONText.string)),
    ])
  }

  private func effect(_ effect: Step.Effect, _ mask: SecretMask) -> JSONText {
    .members([
      ("kind", .string(effect.kind.rawValue)),
      (effect.isPath ? "path" : "name", .string(mask.masking(effect.subject))),
      ("certainty", .string(effect.certainty.rawValue)),
    ])
  }

  /// The files that a step writes itself, with what will be in them.
  private func files(of step: Step, _ mask: SecretMask) -> JSONText? {
    let compiled = step.compilation.map { self.files(of: $0).map { $0.masked(by: mask) } } ?? []
    guard case .provision(let operations) = step.action else {
      return compiled.isEmpty ? nil : .array(compiled)
    }
    let files = operations.flatMap(\.generatedFiles).map { upload, content -> JSONText in
      let bytes = Array(JSONText.concealingSecrets(in: content).utf8)
      let cut = bytes.prefix(Self.contentLimit)
      return .members([
        ("path", .string(upload.destination.shown)), ("mode", upload.mode.text.map(JSONText.string)),
        ("content", .string(String(decoding: cut, as: UTF8.self))),
        ("truncated", .bool(cut.count < bytes.count)),
      ])
    }
    let all = files + compiled
    return all.isEmpty ? nil : .array(all)
  }

  private func resources(of compilation: Compilation) -> JSONText {
    .array(compilation.resources.map { $0.json(in: sources) })
  }

  /// The files that the resources of a step make.
  private func files(of compilation: Compilation) -> [JSONText] {
    compilation.files.map { file in
      let cut = file.content?.prefix(Self.contentLimit)
      return .members([
        ("path", .string(file.path)), ("mode", file.mode.flatMap(\.octalMode).map(JSONText.string)),
        ("content", cut.map { .string(String(decoding: $0, as: UTF8.self)) }),
        ("truncated", .bool((cut?.count ?? 0) < (file.content?.count ?? 0))),
      ])
    }
  }

  /// What cannot be told or done, each with its place; a place that no file of ours holds is the template's start.
  private func unknowns(of build: BuildPlan) -> [JSONText] {
    build.openQuestions.map { reason in
      let place = location(reason.location ?? Location(plan.template, ByteRange(at: 0)))
      return .members([("reason", .string(reason.text))] + place)
    }
  }

  private func place(_ location: Location) -> JSONText { .members(self.location(location)) }

  private func location(_ location: Location) -> [(String, JSONText?)] {
    [
      ("file", .string(sources.path(of: location.file))),
      ("start", point(location.range.start, in: location.file)),
      ("end", point(location.range.end, in: location.file)),
    ]
  }

  private func point(_ offset: Int, in file: FileID) -> JSONText {
    let position = sources[file]?.position(at: offset)
    return .members([
      ("line", .integer(position?.line ?? 1)), ("column", .integer(position?.column ?? 1)),
      ("offset", .integer(position?.offset ?? offset)),
    ])
  }
}

extension Operation {
  /// The files that it writes from the plan alone, with their content as it is shown.
  fileprivate var generatedFiles: [(upload: FileUpload, content: String)] {
    switch self {
    case .uploadFile(let upload):
      if case .generated(let text) = upload.content { return [(upload, text.shown)] }
      return []
    case .runThenAlways(_, let operations), .runOrElse(_, let operations):
      return operations.flatMap(\.generatedFiles)
    default: return []
    }
  }
}

extension FileUpload.Mode {
  /// The mode in octal digits; nil where the file on the host decides it.
  fileprivate var text: String? {
    guard case .fixed(let mode) = self else { return nil }
    let digits = String(mode, radix: 8)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
