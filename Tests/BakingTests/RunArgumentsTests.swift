import Engine
import Packer
import Testing

@testable import Baking

@Suite struct RunArgumentsTests {
  @Test func theUsualArgumentsAskForNothing() throws {
    let arguments = try RunArguments(["-d", "-i", "-t", "--entrypoint=/bin/sh", "--", "debian:12"])
    #expect(arguments.notes.isEmpty)
    #expect(arguments.applied(to: ContainerSpec()) == ContainerSpec())
  }

  @Test func flagsChangeTheContainer() throws {
    let arguments = try RunArguments([
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

  @Test func aCommandThatDoesNotRunIsSaid() throws {
    #expect(try RunArguments(["-d", "debian:12", "/sbin/init"]).notes.count == 1)
  }

  @Test func limitsAndPortsArePassedOverAloud() throws {
    let arguments = try RunArguments([
      "-d", "--memory=2g", "-p", "80:80", "-P", "--cgroupns=host", "--add-host", "a:1.2.3.4", "debian:12",
    ])
    #expect(arguments.applied(to: ContainerSpec()) == ContainerSpec())
    #expect(
      arguments.notes == [
        "`--memory=2g` has no effect here", "`-p=80:80` has no effect here", "`-P` has no effect here",
        "`--cgroupns=host` has no effect here", "`--add-host=a:1.2.3.4` has no effect here",
      ])
  }

  @Test(arguments: [["--gpus", "all", "x"], ["-v", "named:/data", "x"], ["--user"]])
  func whatIsNotKnownIsRefused(_ arguments: [String]) {
    #expect(throws: StepFailure.self) { try RunArguments(arguments) }
  }

  @Test func `what only the run knows asks for nothing, and hides what it may change the meaning of`() throws
  {
    let hole = RunText([.hole(.build("ID"))])
    let value = try RunArguments(
      [
        "-d", "--platform", hole, "--network=\(hole)", "-e", "A=\(hole)", "--privileged", "-v", "/a:\(hole)",
        "x",
      ]
      .map(RunArguments.Word.init))
    var spec = ContainerSpec()
    spec.privileged = true
    #expect(value.applied(to: ContainerSpec()) == spec)
    for word: RunText in [hole, "-\(hole)", "--privileged\(hole)", "x-\(hole)"] {
      let arguments = try RunArguments(["-d", "-e", "A=1", word, "--privileged"].map(RunArguments.Word.init))
      #expect(arguments.environment == ["A": "1"], "\(word.shown)")
      #expect(!arguments.isPrivileged && arguments.notes.isEmpty, "\(word.shown)")
    }
    #expect(throws: StepFailure.self) { try RunArguments([RunArguments.Word("--gpus=\(hole)" as RunText)]) }
  }

  @Test func `an empty value is one`() throws {
    let arguments = try RunArguments(["--user=", "--privileged", "x"])
    #expect(arguments.user == "")
    #expect(arguments.isPrivileged)
  }
}
