import Engine
import Host
import Plan

extension BuildRun {
  /// Runs the post-processors that failed in an earlier build again, on what that build made.
  func resume() async {
    guard let file = keptFile, let kept = file.read() else {
      return await skipAll("nothing to resume: no post-processor of this build has failed")
    }
    let recipe = KeptBuild.recipe(of: plan, engine: kitchen.engine.name, files: kitchen.host.files)
    guard recipe == kept.recipe else {
      return await fail(
        "what leads to the artifact, or the engine, has changed since: build anew, without `--resume`")
    }
    if let loss = await loss(of: kept.built) {
      file.remove()
      return await fail("\(loss) is no longer there: build anew, without `--resume`")
    }
    for step in plan.steps where step.kind != .postProcess { await record(StepResult(step, .cached)) }
    image = kept.built.image
    values.imageDigest = kept.built.image?.id
    artifacts = [kept.built]
    await postProcess(after: kept)
    appendTheRest()
  }

  /// Keeps what was built where a post-processor failed, so that it need not be built again; else forgets what was kept.
  func keep(_ built: Artifact) async {
    guard let file = keptFile else { return }
    guard results.contains(where: { $0.verdict == .failed }) else { return file.remove() }
    var done: [String: (recipe: String, output: Artifact)] = [:]
    for step in plan.steps {
      if let output = outputs[step.id] { done[step.id] = (KeptBuild.digest(of: step.recipe), output) }
    }
    let recipe = KeptBuild.recipe(of: plan, engine: kitchen.engine.name, files: kitchen.host.files)
    do {
      try file.write(KeptBuild(recipe: recipe, built: built, done: done))
      await note("what was built is kept: `ovenproof build --resume` runs only what failed again")
    } catch { await note("the build cannot be resumed: \(error)") }
  }

  private var keptFile: KeptBuildFile? {
    kitchen.options.keptFolder.map {
      KeptBuildFile(of: plan.name, template: kitchen.host.path(template), in: $0)
    }
  }

  private func loss(of built: Artifact) async -> String? {
    if let image = built.image, (try? await kitchen.engine.image(named: image.id)) == nil {
      return "the image `\(image.id)`"
    }
    return built.files.first { !$0.isEmpty && kitchen.host.files.status($0) == nil }.map {
      "the file `\($0)`"
    }
  }

  private func fail(_ why: String) async {
    guard let step = plan.steps.first else { return await note(why) }
    await record(StepResult(step, .failed, message: why))
    appendTheRest()
  }
}
