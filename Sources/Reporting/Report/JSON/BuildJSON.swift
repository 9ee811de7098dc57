import DataSyntax

/// Builds as the machine-readable shapes write them.
enum BuildJSON {
  /// A build with its steps.
  static func value(of build: BuildRecord) -> JSONText {
    .members([
      ("name", .string(build.name)),
      ("template", build.template.map { .string($0) }),
      ("verdict", .string(build.verdict.rawValue)),
      ("base", build.base.map(SubjectJSON.image)),
      ("image", build.image.map(SubjectJSON.image)),
      ("steps", .array(build.steps.map(step))),
      ("artifacts", build.artifacts.isEmpty ? nil : .strings(build.artifacts)),
    ])
  }

  private static func step(_ step: StepRecord) -> JSONText {
    .members([
      ("id", .string(step.id)),
      ("title", .string(step.title)),
      ("verdict", .string(step.verdict.rawValue)),
      ("exit", step.exitCode.map { .integer($0) }),
      ("message", step.message.map { .string($0) }),
      ("origin", PlaceJSON.value(of: step.origin, .snippet)),
      ("tail", step.tail.isEmpty ? nil : .strings(step.tail)),
    ])
  }
}
