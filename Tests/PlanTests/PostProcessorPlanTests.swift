import Packer
import Plan
import Testing

struct PostProcessorPlanTests {
  private func works(_ builder: String, _ chain: String) throws -> [PostProcess.Work] {
    let build = try ExamplePlan(
      "{\"builders\": [{\"type\": \"docker\", \"image\": \"a:1\", \(builder)}], \"post-processors\": [[\(chain)]]}"
    ).build
    return build.steps.compactMap { step in
      if case .postProcess(let process) = step.action { process.work } else { nil }
    }
  }

  private func reason(_ work: PostProcess.Work?) -> String? {
    switch work {
    case .unsupported(let reason), .refused(let reason): reason
    default: nil
    }
  }

  @Test("puts new tags before old ones, commas taken apart")
  func tags() throws {
    let work = try works(
      "\"commit\": true",
      "{\"type\": \"docker-tag\", \"repository\": \"r\", \"tag\": [\"3\"], \"tags\": [\"1,2\"]}")
    guard case .dockerTag(let repository, let tags)? = work.first else {
      Issue.record("\(work)")
      return
    }
    #expect(repository.shown == "r")
    #expect(tags.map(\.shown) == ["1", "2", "3"])
  }

  struct Refusal: Sendable, CustomTestStringConvertible {
    let builder: String
    let chain: String
    let reason: String
    var testDescription: String { "\(builder): \(chain)" }
  }

  static let refusals = [
    Refusal(
      builder: "\"export_path\": \"x.tar\"", chain: "{\"type\": \"docker-tag\", \"repository\": \"r\"}",
      reason: "`docker-tag` takes an image, and is given an exported file"),
    Refusal(
      builder: "\"commit\": true", chain: "{\"type\": \"docker-import\", \"repository\": \"r\"}",
      reason: "`docker-import` takes an exported file, and is given an image"),
    Refusal(
      builder: "\"commit\": true", chain: "\"docker-push\", \"docker-save\"",
      reason: "`docker-save` takes an image, and is given an image that was pushed"),
    Refusal(
      builder: "\"discard\": true", chain: "\"docker-push\"",
      reason: "`docker-push` takes an image, and is given a container that is thrown away"),
    Refusal(
      builder: "\"commit\": true", chain: "\"checksum\", \"docker-push\"",
      reason: "`docker-push` takes an image, and is given plain files"),
    Refusal(
      builder: "\"commit\": true",
      chain: "{\"type\": \"docker-push\", \"ecr_login\": true, \"login_server\": \"x\"}",
      reason: "`ecr_login` is not done here: log in to the registry before the run, and leave it out"),
    Refusal(
      builder: "\"commit\": true", chain: "\"vagrant\"",
      reason:
        "`vagrant` is not run here: a box needs a virtual machine or Vagrant itself; `-except=vagrant` leaves it out"
    ),
    Refusal(
      builder: "\"commit\": true", chain: "\"yandex-import\"",
      reason:
        "`yandex-import` is not run here: it hands the files to Yandex Cloud, and no cloud is called; `-except=yandex-import` leaves it out"
    ),
  ]

  @Test("refuses what Packer's post-processors refuse", arguments: refusals)
  func refused(_ example: Refusal) throws {
    #expect(try reason(works(example.builder, example.chain).last) == example.reason)
  }

  @Test(
    "takes what Packer's post-processors take",
    arguments: [
      (
        "\"commit\": true",
        "{\"type\": \"docker-tag\", \"repository\": \"r\"}, \"docker-save\", \"manifest\", \"docker-push\""
      ),
      (
        "\"export_path\": \"x.tar\"",
        "{\"type\": \"docker-import\", \"repository\": \"r\"}, {\"type\": \"docker-tag\", \"repository\": \"s\"}"
      ),
      (
        "\"discard\": true",
        "{\"type\": \"artifice\", \"files\": [\"x\"]}, {\"type\": \"docker-import\", \"repository\": \"r\"}"
      ),
      ("\"export_path\": \"x.tar\"", "\"compress\", \"checksum\""),
    ])
  func accepted(_ builder: String, _ chain: String) throws {
    #expect(try reason(works(builder, chain).last) == nil)
  }

  @Test("says by which names an image is saved and pushed")
  func titles() throws {
    let build = try ExamplePlan(
      """
      {"builders": [{"type": "docker", "image": "a:1", "commit": true}],
       "post-processors": [[{"type": "docker-tag", "repository": "r", "tags": ["1", "2"]},
         {"type": "docker-save", "path": "x.tar"}, "docker-push"], "docker-push"]}
      """
    ).build
    let steps = build.steps.filter { $0.kind == .postProcess }
    #expect(
      steps.map(\.title) == [
        "tag the image as r:1, r:2", "save r:2 to x.tar", "push r:1, r:2", "push the image",
      ])
    #expect(steps[2].effects == [.init(.publishes, name: "r:1"), .init(.publishes, name: "r:2")])
    #expect(steps[3].effects == [.init(.publishes, name: "image")])
  }

  @Test("names one file of checksums a kind")
  func checksums() throws {
    let work = try works(
      "\"export_path\": \"x.tar\"",
      "{\"type\": \"checksum\", \"checksum_types\": [\"md5\", \"sha256\"], \"output\": \"{{.BuildName}}.{{.ChecksumType}}\"}, \"checksum\""
    )
    let outputs = work.map { work -> [String] in
      if case .checksum(let files) = work { files.map { "\($0.kind) \($0.output.shown)" } } else { [] }
    }
    #expect(
      outputs == [["md5 docker.md5", "sha256 docker.sha256"], ["md5 packer_docker_docker_md5.checksum"]])
  }
}
