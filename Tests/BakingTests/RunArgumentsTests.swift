import Engine
import Host
import Image
import Packer
import Support
import Testing

@testable import Baking

@Suite struct RunArgumentsTests {
  private static func read(
    _ words: [String], in folder: String = "/", _ environment: [String: String] = [:]
  ) throws(StepFailure) -> RunArguments {
    try read(words.map(RunArguments.Word.init), in: folder, environment)
  }

  private static func read(
    _ words: [RunArguments.Word], in folder: String = "/", _ environment: [String: String] = [:]
  ) throws(StepFailure) -> RunArguments {
    let host = HostWork(
      files: Disk(workingDirectory: folder), environment: environment, temporaryFolder: "/tmp")
    return try RunArguments(words, on: host)
  }

  @Test func theUsualArgumentsAskForNothing() throws {
    let arguments = try Self.read(["-d", "-i", "-t", "--entrypoint=/bin/sh", "--", "debian:12"])
    #expect(arguments.notes.isEmpty)
    #expect(arguments.applied(to: ContainerSpec()) == ContainerSpec())
  }

  @Test func flagsChangeTheContainer() throws {
    let arguments = try Self.read([
      "-dit", "--network=none", "-v", "/a:/b:ro", "-e", "K=V=W", "--user", "app", "--privileged", "--cap-add",
      "NET_ADMIN",
      "debian:12", "/bin/bash",
    ])
    let spec = arguments.applied(to: ContainerSpec())
    #expect(spec.network == ContainerSpec.Network.none)
    #expect(spec.mounts == [.init(source: "/a", destination: "/b", isReadOnly: true)])
    #expect(spec.environment == ["K": "V=W"])
    #expect(spec.privileged)
    #expect(spec.capabilitiesAdded == ["NET_ADMIN"])
    #expect(arguments.user == "app")
    #expect(arguments.notes.isEmpty)
  }

  @Test(
    arguments: [
      (["-d", "x:1"], nil, []), (["-d", "--", "x:1", "/bin/bash"], nil, ["/bin/bash"]),
      (["--entrypoint=", "x:1", "/bin/sh"], [], ["/bin/sh"]),
      (["--entrypoint", "/bin/bash", "x:1", "-l"], ["/bin/bash"], ["-l"]),
    ] as [([String], [String]?, [String])])
  func `the program that is asked for is remembered`(
    _ words: [String], _ entrypoint: [String]?, _ command: [String]
  ) throws {
    let program = try Self.read(words).applied(to: ContainerSpec()).settings.program
    #expect(program == .init(entrypoint: entrypoint, command: command))
    #expect(try Self.read(words).image == "x:1")
  }

  @Test(arguments: [
    ("/b", "/b", false), ("/b:ro", "/b", true), ("/b:rw,z", "/b", false), ("/b:z,ro", "/b", true),
  ])
  func `options may stand behind the place of a volume`(_ place: String, _ path: String, _ isReadOnly: Bool)
    throws
  {
    let mount = try Self.mount("/a", place)
    #expect(mount == .init(source: "/a", destination: path, isReadOnly: isReadOnly))
  }

  private static func mount(
    _ source: String, _ place: String
  ) throws(StepFailure) -> ContainerSpec.Mount {
    let host = HostWork(files: Disk(workingDirectory: "/w"), environment: [:], temporaryFolder: "/tmp")
    return try RunArguments.mount(of: source, at: place, on: host)
  }

  @Test(arguments: ["a/b", "a b", "-a", "x", "", "~/a"])
  func `a volume is of a whole path or has a name`(_ source: String) {
    #expect(throws: StepFailure.self) { try Self.mount(source, "/b") }
    #expect(throws: StepFailure.self) { try Self.mount("/a", source) }
  }

  @Test(arguments: ["data", "a_b.c-D", "9z"]) func `volumes by name are no folders`(_ name: String) throws {
    #expect(try Self.mount(name, "/b:ro").isNamed)
    #expect(try !Self.mount("/" + name, "/b").isNamed)
    #expect(
      try Self.read(["-v", name + ":/data", "x"]).mounts == [.init(source: name, destination: "/data")])
  }

  @Test(arguments: [("./a", "/w/./a"), (".", "/w/."), ("../b", "/w/../b")])
  func `a volume that begins with a full stop starts in the working directory`(
    _ source: String, _ path: String
  ) throws {
    #expect(try Self.mount(source, "/b").source == path)
  }

  @Test func aCommandThatDoesNotRunIsSaid() throws {
    #expect(try Self.read(["-d", "debian:12", "/sbin/init"]).notes.count == 1)
  }

  @Test func limitsAreToldToHaveNoEffect() throws {
    let arguments = try Self.read([
      "-d", "--memory=2g", "--shm-size", "1g", "-P", "--cgroupns=host", "--add-host", "a:1.2.3.4",
      "--entrypoint=/bin/sh", "debian:12",
    ])
    #expect(arguments.applied(to: ContainerSpec()) == ContainerSpec())
    #expect(
      arguments.notes == [
        "`--memory=2g` has no effect here", "`--shm-size=1g` has no effect here", "`-P` has no effect here",
        "`--cgroupns=host` has no effect here", "`--add-host=a:1.2.3.4` has no effect here",
      ])
  }

  @Test func `what docker writes into the image is taken over`() throws {
    let arguments = try Self.read([
      "-itunobody", "-w", "/srv", "-hbox", "--read-only", "-lA=B=C", "--label", "empty", "--expose", "81",
      "-p8080:82/udp",
      "--publish=127.0.0.1:9000:9001", "--stop-signal=USR1", "--health-cmd", "curl -f localhost",
      "--health-interval=30s", "--health-retries", "4", "base",
    ])
    let spec = arguments.applied(to: ContainerSpec())
    #expect(spec.user == "nobody" && arguments.user == "nobody")
    #expect(spec.workingDirectory == "/srv" && spec.hostName == "box" && spec.isReadOnly)
    #expect(spec.settings.labels == ["A": "B=C", "empty": ""])
    #expect(spec.settings.ports == ["81", "82/udp", "9001"])
    #expect(spec.settings.stopSignal == "USR1")
    var check = Healthcheck(test: ["CMD-SHELL", "curl -f localhost"])
    check.interval = 30_000_000_000
    check.retries = 4
    #expect(spec.settings.healthcheck == check)
    #expect(
      arguments.notes == [
        "`8080:82/udp` opens no port of this machine", "`127.0.0.1:9000:9001` opens no port of this machine",
      ])
    #expect(
      try Self.read(["--no-healthcheck", "x"]).settings.healthcheck == Healthcheck(test: ["NONE"]))
  }

  @Test func `variables without a value are those of this machine`() async throws {
    try await TemporaryFolder.with { folder in
      let lines = "# comment\n\nPLAIN=a=b \"c\"\n  HERE\nNOWHERE\nEMPTY=\n"
      try HostFile.write(Array(lines.utf8), to: folder + "/variables")
      let arguments = try Self.read(
        [
          "-e", "NAME", "-eGLUED", "--env=LONG", "-e", "ABSENT", "-eSAID=x", "--env-file", "variables",
          "base",
        ],
        in: folder, ["NAME": "1", "GLUED": "2", "LONG": "3", "HERE": "4"])
      #expect(
        arguments.environment == [
          "NAME": "1", "GLUED": "2", "LONG": "3", "HERE": "4", "SAID": "x", "PLAIN": "a=b \"c\"", "EMPTY": "",
        ])
      #expect(arguments.withdrawn == ["ABSENT"])
      #expect(arguments.applied(to: ContainerSpec()).withdrawn == ["ABSENT"])
    }
  }

  @Test(arguments: [
    ["--stop-signal", "NOSUCH", "x"], ["--expose", "http", "x"], ["-w", "relative", "x"],
    ["--env-file", "/no/such/file", "x"], ["--health-retries", "many", "x"], ["-z", "x"],
  ])
  func `a value that docker refuses is refused`(_ arguments: [String]) {
    #expect(throws: StepFailure.self) { try Self.read(arguments) }
  }

  @Test(arguments: [["--gpus", "all", "x"], ["-v", "/data", "x"], ["--user"]])
  func whatIsNotKnownIsRefused(_ arguments: [String]) {
    #expect(throws: StepFailure.self) { try Self.read(arguments) }
  }

  @Test func `what only the run knows asks for nothing, and hides what it may change the meaning of`() throws
  {
    let hole = RunText([.hole(.build("ID"))])
    let value = try Self.read(
      [
        "-d", "--platform", hole, "--network=\(hole)", "-e", "A=\(hole)", "--privileged", "-v", "/a:\(hole)",
        "x",
      ]
      .map(RunArguments.Word.init))
    var spec = ContainerSpec()
    spec.privileged = true
    spec.settings.program = .init(entrypoint: nil, command: [])
    #expect(value.applied(to: ContainerSpec()) == spec)
    for word: RunText in [hole, "-\(hole)", "--privileged\(hole)", "x-\(hole)"] {
      let arguments = try Self.read(["-d", "-e", "A=1", word, "--privileged"].map(RunArguments.Word.init))
      #expect(arguments.environment == ["A": "1"], "\(word.shown)")
      #expect(!arguments.isPrivileged && arguments.notes.isEmpty, "\(word.shown)")
    }
    #expect(throws: StepFailure.self) { try Self.read([RunArguments.Word("--gpus=\(hole)" as RunText)]) }
  }

  @Test func `an empty value is one`() throws {
    let arguments = try Self.read(["--user=", "--privileged", "x"])
    #expect(arguments.user == "")
    #expect(arguments.isPrivileged)
  }
}
