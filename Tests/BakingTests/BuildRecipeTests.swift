import Host
import Image
import Packer
import Plan
import Source
import Support
import Testing

@testable import Baking

@Suite struct BuildRecipeTests {
  private let origin = Location(FileID("machine.json"), ByteRange(0, 1))

  private func keys(
    _ operations: [[Operation]], control: Step.Control = .init(), base: String = "sha256:base",
    key: [UInt8] = [1], in folder: String
  ) -> [String: String] {
    var steps = [
      Step(
        id: "start", kind: .start, type: "docker", title: "start", origin: origin,
        action: .start(ContainerStart(image: "base:1", fixesUploadOwner: false)))
    ]
    for (index, operations) in operations.enumerated() {
      steps.append(
        Step(
          id: "\(index + 1)", kind: .provision, type: "shell", title: "step", origin: origin,
          control: control, action: .provision(operations)))
    }
    let plan = BuildPlan(
      name: "docker", builder: "docker", base: nil, setting: .container, steps: steps, errorCleanup: nil,
      unknowns: [])
    let recipe = BuildRecipe(
      of: plan, base: base, engine: "native", files: Disk(workingDirectory: folder),
      digests: KeyedDigest(key: key))
    return Dictionary(
      uniqueKeysWithValues: recipe.entries.dropFirst().compactMap { entry in
        entry.key.map { (entry.step.id, $0) }
      })
  }

  private func run(_ command: String) -> Operation { .run(ContainerRun(RunText(command), failure: "failed")) }

  private func upload(_ mode: FileUpload.Mode) -> Operation {
    .uploadFile(FileUpload(.file(RunText("up.txt")), to: RunText("/up.txt"), mode: mode))
  }

  @Test func `equal steps on an equal base have equal keys, others do not`() {
    let one = keys([[run("a")], [run("b")]], in: "/")
    #expect(one.count == 2)
    #expect(one == keys([[run("a")], [run("b")]], in: "/"))
    let other = keys([[run("a")], [run("c")]], in: "/")
    #expect(one["1"] == other["1"])
    #expect(one["2"] != other["2"])
    let elsewhere = keys([[run("a")], [run("b")]], base: "sha256:newer", in: "/")
    #expect(Set(one.values).isDisjoint(with: elsewhere.values))
  }

  @Test func `an earlier step changes the keys of all after it`() {
    let one = keys([[run("a")], [run("b")]], in: "/")
    let other = keys([[run("z")], [run("b")]], in: "/")
    #expect(one["2"] != other["2"])
  }

  @Test func `the content of an upload counts, and its mode where it is kept`() async throws {
    try await TemporaryFolder.with { folder in
      let path = folder + "/up.txt"
      try HostFile.write(Array("one".utf8), to: path, mode: 0o644)
      let kept = keys([[upload(.kept)]], in: folder)
      let fixed = keys([[upload(.fixed(0o600))]], in: folder)
      _ = try await Command(["chmod", "755", path]).output()
      #expect(keys([[upload(.kept)]], in: folder) != kept)
      #expect(keys([[upload(.fixed(0o600))]], in: folder) == fixed)
      try HostFile.write(Array("two".utf8), to: path)
      #expect(keys([[upload(.kept)]], in: folder) != kept)
      #expect(keys([[upload(.fixed(0o600))]], in: folder) != fixed)
    }
  }

  @Test func `a changed file deep in an uploaded folder changes the key`() async throws {
    try await TemporaryFolder.with { folder in
      _ = try await Command(["mkdir", "-p", folder + "/tree/deep"]).output()
      let upload = Operation.uploadDirectory(
        DirectoryUpload(RunText("tree"), to: RunText("/opt"), contentsOnly: false))
      try HostFile.write(Array("one".utf8), to: folder + "/tree/deep/file")
      let before = keys([[upload]], in: folder)
      try HostFile.write(Array("two".utf8), to: folder + "/tree/deep/file")
      #expect(before.count == 1)
      #expect(keys([[upload]], in: folder) != before)
    }
  }

  @Test func `all that decides whether a step succeeds counts`() {
    func run(
      codes: ContainerRun.AllowedCodes = .only([0]), mayDisconnect: Bool = false, retrySeconds: Double = 0,
      user: String? = nil
    ) -> ContainerRun {
      ContainerRun(
        "a", allowedExitCodes: codes, mayDisconnect: mayDisconnect, retrySeconds: retrySeconds, user: user)
    }
    let variants: [([Operation], Step.Control)] = [
      ([.run(run())], .init()), ([.run(run(codes: .only([0, 3])))], .init()),
      ([.run(run(codes: .any))], .init()),
      ([.run(run(mayDisconnect: true))], .init()), ([.run(run(retrySeconds: 60))], .init()),
      ([.run(run(user: "root"))], .init()), ([.runThenAlways(run(), [])], .init()),
      ([.runOrElse(run(), [])], .init()), ([.run(run()), .sleep(1)], .init()),
      ([.run(run())], .init(timeout: 1)), ([.run(run())], .init(retries: 1)),
      ([.run(run())], .init(pauseBefore: 1)),
    ]
    let keys = variants.map { self.keys([$0.0], control: $0.1, in: "/")["1"] }
    #expect(!keys.contains(nil) && Set(keys).count == variants.count)
  }

  /// Who adds a field decides whether it belongs in a key: these are in it, or words for people.
  @Test func `the fields of a command are those that a key was made for`() {
    let fields = Mirror(reflecting: ContainerRun("a")).children.compactMap(\.label)
    let inKeys = ["command", "allowedExitCodes", "mayDisconnect", "retrySeconds", "user"]
    #expect(Set(fields) == Set(inKeys + ["failure", "absence", "checked"]))
    #expect(
      Mirror(reflecting: FileUpload(.generated("a"), to: "/a")).children.compactMap(\.label)
        == ["content", "destination", "mode"])
    #expect(
      Mirror(reflecting: Step.Control()).children.compactMap(\.label) == [
        "pauseBefore", "timeout", "retries",
      ])
  }

  @Test func `what an upload keeps beside contents counts, but for times`() async throws {
    try await TemporaryFolder.with { folder in
      func shell(_ words: String) async throws {
        #expect(
          try await Command(["sh", "-c", words], workingDirectory: folder).output().termination.succeeded)
      }
      try await shell("mkdir tree; echo x >tree/file; ln -s file tree/link; echo y >up.txt")
      let operations: [[Operation]] = [
        [.uploadDirectory(DirectoryUpload("tree", to: "/opt", contentsOnly: false)), upload(.kept)]
      ]
      var seen = [keys(operations, in: folder)]
      var changes = [
        "ln -sfn nowhere tree/link", "chmod 700 tree", "chmod 755 tree/file", "chmod 755 up.txt",
        "mv tree/file tree/f", "mv tree/f tree/file; echo z >tree/file",
      ]
      if Machine.isRoot { changes += ["chown 9 tree/file", "chgrp 9 tree/file", "chown -h 9 tree/link"] }
      for change in changes {
        try await shell(change)
        let now = keys(operations, in: folder)
        #expect(now.count == 1 && !seen.contains(now), "\(change)")
        seen.append(now)
      }
      try await shell("touch -d 2001-01-01 tree/file up.txt tree; touch -h -d 2001-01-01 tree/link")
      #expect(keys(operations, in: folder) == seen.last)
    }
  }

  @Test func `a secret counts, and a key tells nothing of it to whoever lacks the store's own`() {
    func command(_ password: String) -> Operation {
      .run(ContainerRun(RunText([.literal("P="), .secret(password, name: "password")]), failure: "failed"))
    }
    let one = keys([[command("hunter2")]], in: "/")
    #expect(one == keys([[command("hunter2")]], in: "/"))
    #expect(one != keys([[command("hunter3")]], in: "/"))
    #expect(one != keys([[command("hunter2")]], key: [2], in: "/"))
  }

  @Test(arguments: [
    ("chmod +x /t; A='x y' B=1 /t", "chmod +x /t; A= B= /t", ["A": "'x y'", "B": "1"]),
    (#"A=""q" ;" /t 'C=1'"#, "A= /t 'C=1'", ["A": #"""q" ;""#]), ("echo a=b", "echo a=", ["a": "b"]),
    ("plain", "plain", [:]), ("9=1 =x", "9=1 =x", [:]),
  ])
  func `variables that a command sets are told apart`(
    _ command: String, _ rest: String, _ assignments: [String: String]
  ) {
    let call = AssignedCommand(command)
    #expect(call.rest == rest)
    #expect(call.assignments == assignments)
  }

  @Test func `the chain ends where other things than the plan decide`() {
    let clock = Operation.run(
      ContainerRun(RunText([.hole(.function("timestamp"))]), failure: "failed"))
    let absent = Operation.uploadFile(FileUpload(.file(RunText("absent")), to: RunText("/x"), mode: .kept))
    let host = Operation.runOnHost(HostRun([RunText("date")]))
    for open in [clock, absent, host] {
      #expect(Set(keys([[run("a")], [open], [run("b")]], in: "/nowhere").keys) == ["1"])
    }
  }
}
