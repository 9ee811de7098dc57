import Image
import Testing

@testable import Engine

@Suite struct DockerDialectTests {
  @Test(arguments: [
    ("debian", "docker.io/library/debian:latest"), ("acme/app:2", "docker.io/acme/app:2"),
    ("localhost/app:2", "localhost/app:2"), ("127.0.0.1:5000/app", "127.0.0.1:5000/app:latest"),
    (
      "debian:12@sha256:\(String(repeating: "a", count: 64))",
      "docker.io/library/debian@sha256:\(String(repeating: "a", count: 64))"
    ), ("no name", "no name"),
  ])
  func `podman is given names in full, as docker reads them`(_ name: String, _ full: String) {
    #expect(DockerDialect.podman.qualified(name) == full)
    #expect(DockerDialect.docker.qualified(name) == name)
  }

  @Test func `podman is given one name in each instruction, as it takes them`() {
    let changes = [#"ENV A=1 B='two words'"#, "EXPOSE 80 53/udp", #"LABEL x="y z""#, "USER app", "bogus"]
    #expect(
      DockerDialect.podman.changes(changes) == [
        "ENV A=1", "ENV B=two words", "EXPOSE 80", "EXPOSE 53/udp", "LABEL x=y z", "USER app", "bogus",
      ])
    #expect(DockerDialect.docker.changes(changes) == changes)
  }

  @Test func `only registries of this machine are talked to without TLS`() {
    #expect(DockerDialect.podman.transportFlags("127.0.0.1:5000/app:1") == ["--tls-verify=false"])
    #expect(DockerDialect.podman.transportFlags("registry.example.com/app:1") == [])
    #expect(DockerDialect.docker.transportFlags("127.0.0.1:5000/app:1") == [])
  }

  // As podman 4.3.1 printed them.
  @Test(arguments: [
    ("Error: nonesuch: image not known", EngineError.Kind.imageNotFound),
    ("Error: unable to find user app: no matching entries in passwd file", .invalid),
    (
      "Error: runc: runc create failed: unable to start container process: error during container init: error setting rlimits for ready process: error setting rlimit type 7: operation not permitted: OCI permission denied",
      .unavailable
    ),
  ])
  func `podman's words become a kind`(_ text: String, _ kind: EngineError.Kind) {
    let error = DockerFailure(text, of: .podman).error("do it")
    #expect(error.kind == kind)
    #expect(error.message.hasPrefix("podman cannot do it: "))
  }

  @Test(arguments: [
    "Error: no container with name or ID \"abc\" found: no such container",
    "Error: can only create exec sessions on running containers: container state improper",
  ])
  func `a container of podman's that is gone is recognised`(_ text: String) {
    #expect(DockerFailure(text, of: .podman).saysContainerEnded)
  }

  /// What a client printed when it pushed `127.0.0.1:5000/app:1`, and the digest that it told so.
  struct Push: Sendable, CustomTestStringConvertible {
    let testDescription: String
    var dialect = DockerDialect.docker
    var name = "127.0.0.1:5000/app:1"
    let said: String
    let digest: String?
  }

  private static let (right, other) = (String(repeating: "a", count: 64), String(repeating: "b", count: 64))

  @Test(arguments: [
    Push(
      testDescription: "as docker 28 says it",
      said:
        "The push refers to repository [127.0.0.1:5000/app]\n5f70bf18a086: Pushed\n1: digest: sha256:\(right) size: 528",
      digest: right),
    Push(
      testDescription: "no tag", name: "127.0.0.1:5000/app",
      said: "latest: digest: sha256:\(right) size: 528",
      digest: right),
    Push(
      testDescription: "words of docker's below it",
      said:
        "1: digest: sha256:\(right) size: 528\n\nonly the image of one platform was pushed\n sha256:\(other) -> sha256:\(other)",
      digest: right),
    Push(
      testDescription: "another tag's line", said: "2: digest: sha256:\(other) size: 528", digest: nil),
    Push(
      testDescription: "a digest, but no line", said: "sha256:\(other): Layer already exists", digest: nil),
    Push(testDescription: "half a digest", said: "1: digest: sha256:abc size: 528", digest: nil),
    Push(testDescription: "podman's file", dialect: .podman, said: "sha256:\(right)", digest: right),
    Push(testDescription: "no file of podman's", dialect: .podman, said: "", digest: nil),
  ])
  func `the digest of a push is that of the tag's line`(_ example: Push) {
    let told = example.dialect.digest(ofPushed: example.name, in: example.said)
    #expect(told?.hex == example.digest)
  }

  @Test func `what podman gives by itself is withheld unless it is asked for`() {
    var spec = ContainerSpec()
    spec.environment = ["TERM": "dumb"]
    let flags = DockerRunFlags(
      spec, image: EngineImage(id: "sha256:abc", name: nil), name: DockerContainerName(.next()),
      withheld: ["TERM", "container"])
    #expect(flags.arguments.dropFirst(2).prefix(3) == ["--unsetenv", "container", "-d"])
    #expect(flags.variables.lines == Array("TERM=dumb\n".utf8))
  }
}
