import Baking
import Engine
import Host
import Packer
import Plan
import Support
import Testing

struct ResumeTests {
  private let bakers = BakerTests()

  private func plan(_ command: String = "one", tag: RunText = "1") -> Plan {
    bakers.plan(
      [command],
      chains: [
        [.dockerTag(repository: "r", tags: [tag]), .dockerPush(login: nil)], [.dockerSave(path: "/x.tar")],
      ])
  }

  private func bake(_ plan: Plan, on engine: RecordingEngine, in folder: String, resumes: Bool) async
    -> BuildResult
  {
    await bakers.bake(plan, on: engine) {
      $0.keptFolder = folder
      $0.isResumed = resumes
    }.result
  }

  @Test("runs the post-processor that failed again, and nothing before it")
  func resumed() async throws {
    try await TemporaryFolder.with { folder in
      let engine = RecordingEngine()
      await engine.refusePush()
      #expect(await bake(plan(), on: engine, in: folder, resumes: false).verdict == .failed)
      let again = RecordingEngine()
      let result = await bake(plan(), on: again, in: folder, resumes: true)
      #expect(result.verdict == .done)
      #expect(await again.calls == ["image sha256:made", "push r:1"])
      #expect(result.steps.map(\.verdict) == [.cached, .cached, .cached, .cached, .done, .cached])
      #expect(result.image?.id == "sha256:made")
      let after = await bake(plan(), on: RecordingEngine(), in: folder, resumes: true)
      #expect(after.verdict == .notRun)
    }
  }

  @Test("a post-processor that was changed is run anew, with all behind it")
  func changedTag() async throws {
    try await TemporaryFolder.with { folder in
      let engine = RecordingEngine()
      await engine.refusePush()
      _ = await bake(plan(), on: engine, in: folder, resumes: false)
      let again = RecordingEngine()
      #expect(await bake(plan(tag: "2"), on: again, in: folder, resumes: true).verdict == .done)
      #expect(await again.calls == ["image sha256:made", "tag sha256:made r:2", "push r:2"])
    }
  }

  @Test("refuses where what leads to the image has changed")
  func changedStep() async throws {
    try await TemporaryFolder.with { folder in
      let engine = RecordingEngine()
      await engine.refusePush()
      _ = await bake(plan(), on: engine, in: folder, resumes: false)
      let again = RecordingEngine()
      let result = await bake(plan("two"), on: again, in: folder, resumes: true)
      #expect(result.verdict == .failed)
      #expect(result.steps.first?.message?.contains("has changed since: build anew") == true)
      #expect(await again.calls == [])
    }
  }

  @Test("a build that goes well forgets what was kept")
  func forgotten() async throws {
    try await TemporaryFolder.with { folder in
      let engine = RecordingEngine()
      await engine.refusePush()
      _ = await bake(plan(), on: engine, in: folder, resumes: false)
      #expect(await bake(plan(), on: RecordingEngine(), in: folder, resumes: false).verdict == .done)
      #expect(await bake(plan(), on: RecordingEngine(), in: folder, resumes: true).verdict == .notRun)
    }
  }
}
