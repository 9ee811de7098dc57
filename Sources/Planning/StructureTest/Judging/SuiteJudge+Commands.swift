import Diagnostics
import Expectation
import Image
import Matching
import Observation
import Source

extension SuiteJudge {
  /// Judges what a command did.
  func command(_ test: CommandTest, number: Int) -> TestRun {
    var (run, isOver) = start(test.head, "commandTests", "Command Test")
    if isOver { return run }
    if settings.isStrict, settings.driver == .tar {
      run.refuse("error in setup: Tar driver is unable to process commands, please use a different driver")
      return run
    }
    let preparation = CommandPreparation(test, suite, surroundings, settings)
    run.remarks += preparation.remarks
    if let refusal = surroundings.commandRefusal {
      fail(test, "a variable that is handed on is not set", refusal, &run)
      return run
    }
    let request = preparation.request(id: StructureTestSpec.id(ofCommand: number))
    let notRun = CommandResult(.notRun(UnknownReason("the command was not run")))
    judge(test, request, results[request.id] ?? notRun, &run)
    return run
  }

  private func judge(
    _ test: CommandTest, _ request: CommandRequest, _ result: CommandResult, _ run: inout TestRun
  ) {
    for (call, end) in zip(request.sandbox?.setup ?? [], result.setup) {
      guard case .unstarted(let failure) = end, !isPassedOver(failure, test, &run) else { continue }
      run.refuse("error in setup: \(complaint(of: failure))")
      if suite.version == .first, settings.isStrict { drop(test, call, &run) }
      return
    }
    var result = result
    if case .unstarted(let failure) = result.end {
      guard isPassedOver(failure, test, &run) else {
        let name = request.call.arguments[0]
        return fail(test, "`\(name)` cannot be started: \(failure.reason)", complaint(of: failure), &run)
      }
      result = original(failure, result)
    }
    if let fault = faultOfFrames(result) {
      return fail(test, "container-structure-test cannot read what goes to a terminal", fault, &run)
    }
    run.result = shown(result)
    switch result.end {
    case .exited(let status): judge(test, result, status, &run)
    // Told above.
    case .unstarted: break
    case .timedOut(let seconds):
      let message = "the command did not end within \(Int(seconds)) s and was killed"
      fail(test, message, message, &run)
    case .failed(let message):
      run.breakOff("exitCode", expected(test), message, at: test.exitCode.location)
      block(test, message, &run)
    case .notRun(let reason):
      run.leaveOpen("exitCode", expected(test), reason, at: test.exitCode.location)
      block(test, "the command was not run", &run)
    }
  }

  private func complaint(of failure: StartFailure) -> String {
    failure.stage == .search ? failure.refusal : failure.words
  }

  /// Whether a program that was not started counts as one that ran: the original has a container by the time that the kernel
  /// refuses it.
  private func isPassedOver(_ failure: StartFailure, _ test: CommandTest, _ run: inout TestRun) -> Bool {
    guard failure.stage == .execution else { return false }
    run.remarks.append(
      remark(
        "cst/unstarted-program",
        "`\(failure.program)` cannot be started, which "
          + (settings.isStrict
            ? "counts as the exit code 1, as for container-structure-test"
            : "container-structure-test takes for the exit code 1; here it is a failure"),
        at: test.words.first?.location ?? test.head.origin,
        help: "look at its first line, and whether the image has what that names"))
    return settings.isStrict
  }

  /// A program that was not started, as the original finds it.
  private func original(_ failure: StartFailure, _ result: CommandResult) -> CommandResult {
    let words = Array("\(failure.words)\n".utf8)
    let isShown = suite.options?.terminal?.value == true
    return CommandResult(
      .exited(1), output: isShown ? words : [], error: isShown ? [] : words, duration: result.duration,
      setup: result.setup)
  }

  /// The original passes over a test of version 1 whose setup cannot be started, with a line in its log.
  private func drop(_ test: CommandTest, _ call: CommandCall, _ run: inout TestRun) {
    run.isDropped = true
    run.remarks.append(
      remark(
        "cst/dropped-test",
        "the test is passed over, as container-structure-test does: `\(call.arguments.first ?? "")` cannot be started",
        at: test.head.origin, help: "`verify` fails it"))
  }

  /// In the original, what goes to a terminal is lost.
  private func shown(_ result: CommandResult) -> CommandResult {
    guard settings.isStrict, suite.options?.terminal?.value == true else { return result }
    return CommandResult(result.end, duration: result.duration, setup: result.setup)
  }

  /// The original takes what goes to a terminal for the frames of two streams; so many bytes are a frame's head, whose first
  /// names the stream. nil where it reads that to its end.
  private func faultOfFrames(_ result: CommandResult) -> String? {
    guard settings.isStrict, suite.options?.terminal?.value == true, case .exited = result.end,
      result.output.count >= 8
    else { return nil }
    return "Error retrieving container logs: Unrecognized input header: \(result.output[0])"
  }

  private func expected(_ test: CommandTest) -> String { "is \(test.exitCode.value)" }

  /// The command did not come to anything that could be judged.
  private func fail(_ test: CommandTest, _ message: String, _ original: String, _ run: inout TestRun) {
    run.fail(
      "exitCode", expected(test), actual: "not started", message,
      at: test.words.first?.location ?? test.head.origin,
      original: original)
    block(test, message, &run)
  }

  private func block(_ test: CommandTest, _ reason: String, _ run: inout TestRun) {
    for (property, patterns) in lists(of: test) {
      for (number, pattern) in patterns.enumerated() {
        run.block("\(property)[\(number)]", "`\(pattern.text)`", reason, at: pattern.location)
      }
    }
  }

  /// In the order in which the original looks at them.
  private func lists(of test: CommandTest) -> [(property: String, patterns: [Pattern])] {
    [
      ("expectedError", test.expectedError), ("excludedError", test.excludedError),
      ("expectedOutput", test.expectedOutput), ("excludedOutput", test.excludedOutput),
    ]
  }

  private func judge(
    _ test: CommandTest, _ result: CommandResult, _ status: Int32, _ run: inout TestRun
  ) {
    let result = run.result ?? result
    if suite.options?.terminal?.value == true, let place = suite.options?.terminal?.location {
      run.remarks.append(
        remark("cst/lost-output", "container-structure-test loses what goes to a terminal", at: place))
    }
    for (property, patterns) in lists(of: test) {
      guard !result.isCut else {
        for (number, pattern) in patterns.enumerated() {
          run.breakOff(
            "\(property)[\(number)]", "`\(pattern.text)`",
            "the command printed more than is kept of its output", at: pattern.location)
        }
        continue
      }
      let isError = property.hasSuffix("Error")
      let stream = isError ? "error" : "output"
      let bytes = isError ? result.error : result.output
      let wish: Wish = property.hasPrefix("expected") ? .expected : .excluded
      for (number, pattern) in patterns.enumerated() {
        judge(
          pattern, wish, "\(property)[\(number)]", in: bytes,
          isError ? "standard error" : "standard output", &run
        ) {
          let begin =
            wish == .expected
            ? "Expected string '\(pattern.text)' not found in" : "Excluded string '\(pattern.text)' found in"
          return suite.version == .first
            ? "\(begin) \(stream)" : "\(begin) \(stream) '\(GoText.text(bytes))'"
        }
      }
    }
    judgeStatus(test, result, status, &run)
  }

  private func judgeStatus(
    _ test: CommandTest, _ result: CommandResult, _ status: Int32, _ run: inout TestRun
  ) {
    guard Int(status) != test.exitCode.value else {
      return run.pass("exitCode", expected(test), at: test.exitCode.location)
    }
    let tail = LineNumbers.last(6, of: result.error)
    run.fail(
      "exitCode", expected(test), actual: "\(status)", "the command ended with \(status)",
      evidence: tail.isEmpty ? [] : ["last lines of standard error:"] + tail, at: test.exitCode.location,
      original:
        "Test '\(test.head.name)' exited with incorrect error code. Expected: \(test.exitCode.value), Actual: \(status)"
    )
  }
}
