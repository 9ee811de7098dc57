import Plan

extension BuildRun {
  /// Runs a build that has no container: the `null` and the `file` builder.
  func runOnHost() async {
    for (index, step) in plan.steps.enumerated() where step.kind != .postProcess {
      if kitchen.options.isDryRun {
        for limit in step.rehearsal.limits { await note("not rehearsed: \(limit)") }
        await record(StepResult(step, .skipped, message: "nothing of it can be rehearsed"))
        continue
      }
      await perform(step, index: index + 1, in: nil, start: nil)
      guard let failed = results.last, failed.verdict == .failed else { continue }
      await cleanUp(after: failed)
      break
    }
    if !kitchen.options.isDryRun {
      if artifacts.isEmpty { artifacts.append(Artifact(.null, words: "nothing: builder `null` makes none")) }
      await postProcess()
    }
    appendTheRest()
  }

  private func cleanUp(after failed: StepResult) async {
    guard !Task.isCancelled, let step = plan.errorCleanup, kitchen.options.onError != .abort else { return }
    await note("running the error-cleanup-provisioner")
    await perform(step, index: 0, in: nil, start: nil)
  }

  /// Steps of which nothing became.
  func appendTheRest() {
    let seen = Set(results.map(\.id))
    for step in plan.steps where !seen.contains(step.id) { results.append(StepResult(step, .notRun)) }
  }
}
