import DataSyntax
import Image
import Source
import Testing

@Suite struct ImageConfigurationTests {
  private func parsed(_ text: String) throws -> ImageConfiguration {
    let (tree, _) = DataParser.parse(DerivedText(SourceFile(FileID("c"), bytes: Array(text.utf8))), as: .json)
    return try ImageConfiguration(json: tree.root, named: "c")
  }

  private static let text = """
    {"architecture":"arm64","author":"me","config":{"Cmd":["sh"],"Env":["A=1"],"ExposedPorts":{"80/tcp":{}},\
    "Healthcheck":{"Interval":5,"Test":["NONE"]},"Hostname":"h","Labels":{"a":"b"},"OnBuild":["RUN x"],"User":"u",\
    "Volumes":{"/v":{}},"WorkingDir":"/w"},"created":"2024-01-01T00:00:00Z",\
    "history":[{"comment":"c","created_by":"x","empty_layer":true}],"os":"linux",\
    "rootfs":{"diff_ids":["sha256:\(String(repeating: "ab", count: 32))"],"type":"layers"},"variant":"v8"}
    """

  @Test func whatIsReadIsWrittenAgain() throws {
    #expect(String(decoding: try parsed(Self.text).json.compact, as: UTF8.self) == Self.text)
  }

  @Test(arguments: [
    "{}", #"{"config": null}"#, #"{"config": {"Cmd": null, "Env": null, "Labels": null, "Volumes": null}}"#,
    #"{"config": {"Cmd": "sh", "Env": {}, "User": 5}, "history": 7}"#,
  ])
  func oddMembersCountAsAbsent(_ text: String) throws {
    let configuration = try parsed(text)
    #expect(configuration.command == nil)
    #expect(configuration.user == "")
    #expect(configuration.environment.isEmpty)
  }

  @Test(arguments: ["[]", #"{"rootfs": {"diff_ids": ["md5:1"]}}"#, #"{"rootfs": {"diff_ids": [5]}}"#])
  func whatNamesNoLayersRightlyIsRefused(_ text: String) {
    #expect(throws: ImageError.self) { try parsed(text) }
  }

  @Test(arguments: [
    (0, "1970-01-01T00:00:00Z"), (1_700_000_000, "2023-11-14T22:13:20Z"),
    (951_782_400, "2000-02-29T00:00:00Z"),
    (-1, "1969-12-31T23:59:59Z"), (4_107_542_399, "2100-02-28T23:59:59Z"),
  ])
  func timesAreWrittenInUTC(_ seconds: Int, _ text: String) { #expect(Timestamp.text(seconds) == text) }
}
