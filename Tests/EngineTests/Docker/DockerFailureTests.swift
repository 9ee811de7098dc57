import Testing

@testable import Engine

@Suite struct DockerFailureTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let text: String
    let kind: EngineError.Kind
    let reason: String
    var testDescription: String { reason }

    init(_ text: String, _ kind: EngineError.Kind, _ reason: String) {
      self.text = text
      self.kind = kind
      self.reason = reason
    }
  }

  // As clients 20.10 and 28.2 printed them.
  @Test(arguments: [
    Case(
      "Cannot connect to the Docker daemon at unix:///x.sock. Is the docker daemon running?", .unavailable,
      "Cannot connect to the Docker daemon at unix:///x.sock. Is the docker daemon running?"),
    Case(
      "permission denied while trying to connect to the Docker daemon socket at unix:///var/run/docker.sock: dial unix",
      .unavailable,
      "permission denied while trying to connect to the Docker daemon socket at unix:///var/run/docker.sock: dial unix"
    ),
    Case("Error response from daemon: No such image: x:1\n", .imageNotFound, "No such image: x:1"),
    Case("Error: No such image: x:1", .imageNotFound, "No such image: x:1"),
    Case(
      "Error response from daemon: manifest for x:1 not found: manifest unknown: manifest unknown",
      .imageNotFound,
      "manifest for x:1 not found: manifest unknown: manifest unknown"),
    Case("Error response from daemon: reference does not exist", .imageNotFound, "reference does not exist"),
    Case(
      "Using default tag: latest\nError response from daemon: pull access denied for x, repository does not exist or may require 'docker login'",
      .imageNotFound, "pull access denied for x, repository does not exist or may require 'docker login'"),
    Case("no basic auth credentials", .registry, "no basic auth credentials"),
    Case(
      "Error response from daemon: login attempt to https://127.0.0.1:5501/v2/ failed with status: 401 Unauthorized",
      .registry,
      "login attempt to https://127.0.0.1:5501/v2/ failed with status: 401 Unauthorized"),
    Case(
      "Error response from daemon: Get \"http://127.0.0.1:5599/v2/\": dial tcp 127.0.0.1:5599: connect: connection refused",
      .registry,
      "Get \"http://127.0.0.1:5599/v2/\": dial tcp 127.0.0.1:5599: connect: connection refused"),
    Case(
      "Error response from daemon: bogus is not a valid change command", .invalid,
      "bogus is not a valid change command"),
    Case(
      "invalid reference format: repository name must be lowercase", .invalid,
      "invalid reference format: repository name must be lowercase"),
    Case(
      "docker: Error response from daemon: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: exec: \"/bin/sh\": stat /bin/sh: no such file or directory: unknown.\nRun 'docker run --help' for more information",
      .invalid,
      "failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: exec: \"/bin/sh\": stat /bin/sh: no such file or directory: unknown"
    ),
    Case(
      "docker: Error response from daemon: unable to apply caps: operation not permitted: unknown.\nSee 'docker run --help'.",
      .unavailable,
      "unable to apply caps: operation not permitted: unknown"),
    Case(
      "Error response from daemon: write /x: no space left on device", .noSpace,
      "write /x: no space left on device"),
    Case("", .failed, "it gave no reason"),
  ])
  func `docker's words become a kind and a reason`(_ example: Case) {
    let error = DockerFailure(example.text).error("do it")
    #expect(error.kind == example.kind)
    #expect(error.message == "docker cannot do it: \(example.reason)")
  }

  @Test(arguments: [
    "Error response from daemon: Container abc is not running", "Error: No such container: abc",
    "Error response from daemon: No such container: abc",
  ])
  func `a container that is gone is recognised`(_ text: String) {
    #expect(DockerFailure(text).saysContainerEnded)
  }
}
