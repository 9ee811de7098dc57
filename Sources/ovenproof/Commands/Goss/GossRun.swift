import ArgumentParser
import Diagnostics
import Engine
import Expectation
import Glibc
import Goss
import Host
import Image
import Report
import RuleCatalog
import Source
import Sprig
import Verification

/// One run of goss's command line on an image.
struct GossRun: Sendable {
  private static let faultCode: Int32 = 78
  private static let levels: Set<String> = ["TRACE", "DEBUG", "INFO", "WARN", "ERROR"]

  private let arguments: GossArguments
  private let workplace: Workplace
  /// Where goss files are read.
  private let files: any FileTree
  /// Whether results go nowhere.
  var isSilent = false

  init(_ arguments: GossArguments, in workplace: Workplace, files: (any FileTree)? = nil) {
    self.arguments = arguments
    self.workplace = workplace
    self.files = files ?? workplace.disk
  }

  /// Does what is asked; gives goss's exit code.
  func code() async throws -> Int32 { try await code { try await validate($0, $1) } }

  /// The same, on a container that runs; `image` reads its files as they are at that time.
  func code(
    on container: any RunningContainer, _ image: @escaping @Sendable () async -> any ImageView
  ) async throws -> Int32 {
    try await code { try await validate($0, $1, on: container, image) }
  }

  private func code(_ validate: (GossFile, GossForm) async throws -> Int32) async throws -> Int32 {
    switch arguments.verb {
    case .version:
      try workplace.console.write("goss version 0.4.9 (as ovenproof \(Release.version) takes it over)\n")
      return 0
    case .help:
      try workplace.console.write(GossCommand.helpMessage() + "\n")
      return 0
    case .render, .validate: break
    }
    if arguments.verb == .render { return try render() }
    // What goes wrong so early is coloured on a terminal alone, whatever the switches say.
    let isEarlyColored = workplace.console.colorsOutput
    guard Self.levels.contains(arguments.logLevel.uppercased()) else {
      return try fault("Unsupported log level: \(arguments.logLevel)", 1, isColored: isEarlyColored)
    }
    let file: GossFile
    do throws(GossFault) { file = try read() } catch {
      return try fault(error.message, Self.faultCode, isColored: isEarlyColored)
    }
    tell(file)
    guard let form = GossForm(rawValue: arguments.format), form.isCurrent else {
      return try fault("bad output format: \(arguments.format)", 1, isColored: isColored)
    }
    return try await validate(file, form)
  }

  private func render() throws -> Int32 {
    let file: GossFile
    do throws(GossFault) { file = try read() } catch {
      workplace.console.complain(error.message)
      return 1
    }
    tell(file)
    try workplace.console.write(file.rendering(showingSteps: arguments.isDebugging))
    return 0
  }

  private func write(_ text: String) throws { try write(Array(text.utf8)) }

  private func write(_ bytes: [UInt8]) throws { if !isSilent { try workplace.console.write(bytes) } }

  private func read() throws(GossFault) -> GossFile {
    let options = GossOptions(
      variableFiles: arguments.variableFiles, inlineVariables: arguments.inlineVariables,
      machine: workplace.templateMachine, compatibility: arguments.compatibility,
      packageManager: arguments.packageManager,
      mayBeEmpty: arguments.verb == .render)
    guard arguments.file == GossFile.standardInput else {
      return try GossFile.read(at: arguments.file, in: files, options)
    }
    let bytes: [UInt8]
    do throws(HostError) {
      bytes = try Disk.readAll(
        STDIN_FILENO, sizeHint: 0, limit: GossFile.sizeLimit, attempt: "read standard input")
    } catch {
      throw GossFault(error.description)
    }
    let file = SourceFile(FileID(GossFile.standardInput), bytes: bytes)
    return try GossFile.read(file, in: files, options)
  }

  /// What goss says on standard error before it judges, and what it passes over in silence.
  private func tell(_ file: GossFile) {
    for warning in file.warnings { workplace.console.say(warning) }
    if arguments.verb == .validate {
      for line in file.spec.deprecations { workplace.console.say(line) }
    }
    for diagnostic in file.diagnostics {
      workplace.console.note("\(diagnostic.message) (\(diagnostic.rule))", help: diagnostic.help)
    }
  }

  private func fault(_ message: String, _ code: Int32, isColored: Bool) throws -> Int32 {
    try write(Self.painted("Error: \(message)\n", isColored))
    return code
  }

  private static func painted(_ text: String, _ isColored: Bool) -> String {
    isColored ? "\u{1B}[31m\(text)\u{1B}[0m" : text
  }

  private var isColored: Bool { arguments.colors ?? workplace.console.colorsOutput }

  private func validate(_ file: GossFile, _ form: GossForm) async throws -> Int32 {
    guard let name = arguments.image else {
      workplace.console.complain(
        "no image is named", help: "write `--image IMAGE` before the command, or set OVENPROOF_IMAGE")
      return GossCommand.usageCode
    }
    let found = try await workplace.foundImage(name, pulling: arguments.pulls)
    let isNeeded = arguments.starts || !file.spec.commands(in: ImageSearch(found.view)).isEmpty
    let access =
      isNeeded
      ? await EngineAccess.to(found, nil, in: workplace) : .none("no command is in the file")
    guard arguments.starts else {
      let verifier = Verifier(commands: access.commands(of: found.view)) { _ in
        .none("the image is not started; `--run` starts it")
      }
      return try await validate(file.spec, form) {
        (await verifier.verify(found.view, against: [file.spec]).outcomes, found.view)
      }
    }
    switch access.starting {
    case .none(let reason): throw CommandFault(.undecided, "the image cannot be started: \(reason)")
    case .starter(let starter):
      return try await starter.withContainer(RunSettings()) { container in
        try await validate(file, form, on: container) { found.view }
      }
    }
  }

  private func validate(
    _ file: GossFile, _ form: GossForm, on container: any RunningContainer,
    _ image: @escaping @Sendable () async -> any ImageView
  ) async throws -> Int32 {
    let verifier = Verifier(commands: .none("the image runs")) { _ in .starter(ImageStarter(container)) }
    let spec = file.spec.runningInside()
    return try await validate(spec, form) {
      let view = await image()
      return (await verifier.verify(view, against: [spec]).outcomes, view)
    }
  }

  /// Judges again and again as goss does, and prints what it would; gives its exit code.
  private func validate(
    _ spec: GossSpec, _ form: GossForm,
    _ judge: @Sendable () async -> (outcomes: [Outcome], image: any ImageView)
  ) async throws -> Int32 {
    var options = GossFormOptions(arguments.formatOptions)
    options.isColored = isColored
    // What goss says behind a form without colours has none either.
    let hasColors = isColored && form.hasColors
    let clock = ContinuousClock()
    let start = clock.now
    var attempt = 1
    while true {
      let begun = clock.now
      let found = await judge()
      let report = GossReport(
        found.outcomes.compactMap(\.gossResult), form, options, started: HostEnvironment.now(),
        seconds: begun.duration(to: clock.now).inSeconds)
      try write(report.bytes)
      let elapsed = start.duration(to: clock.now).inSeconds
      let isOver = report.exitCode == 0 || arguments.retryTimeout.nanoseconds == 0
      let isTooLate = elapsed + arguments.sleep.seconds > arguments.retryTimeout.seconds
      if isOver || isTooLate { tell(mendsOf: spec, found.outcomes, on: found.image) }
      if isOver { return report.exitCode }
      if isTooLate {
        return try fault(
          "timeout of \(arguments.retryTimeout.text) reached before tests entered a passing state", 3,
          isColored: hasColors)
      }
      let times = "\(GoNumberText.fixed(elapsed, places: 3))s/\(arguments.retryTimeout.text)"
      try write(
        Self.painted(
          "Retrying in \(arguments.sleep.text) (elapsed/timeout time: \(times))\n\n\n", hasColors))
      try await clock.sleep(for: .seconds(arguments.sleep.seconds))
      attempt += 1
      try write("Attempt #\(attempt):\n")
    }
  }

  /// Names each verdict on the image's files in which goss errs by a fault of its own; such a verdict is a failure.
  private func tell(
    mendsOf spec: GossSpec, _ outcomes: [Outcome], on image: any ImageView
  ) {
    guard arguments.compatibility == .strict, !isSilent, outcomes.contains(where: { $0.verdict == .failed })
    else { return }
    let mended = spec.taking(.mended).outcomes(in: ImageSearch(image), commands: [:])
    for (outcome, other) in zip(outcomes, mended)
    where outcome.verdict == .failed && other.verdict == .passed {
      workplace.console.note(
        "goss errs on \(outcome.id): \(outcome.message) (goss/mended-verdict)",
        help: "`--compat mended` judges it as the file means it")
    }
  }
}

extension Outcome {
  /// What goss says of it; nil for an outcome of another dialect.
  fileprivate var gossResult: GossResult? {
    if case .goss(let result)? = original { result } else { nil }
  }
}

extension Duration {
  fileprivate var inSeconds: Double {
    Double(components.seconds) + Double(components.attoseconds) / 1e18
  }
}
