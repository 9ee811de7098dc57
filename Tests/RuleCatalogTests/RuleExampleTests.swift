import RuleCatalog
import Source
import Testing

@Suite struct RuleExampleTests {
  static let page = """
    # a-fault
    Something is wrong.

    ```json not-an-example.json
    {}
    ```
    ## Reported
    ```json machine.json only=docker
    {"é": "ubuntu"}
           ^^^^^^ image `ubuntu` has no tag
    ```
    with its script:
    ```sh run.sh
    first
    ^^^^^… it goes on
    second
    ```
    Another:
    ````text machine.json exact
    ```
    ````
    ## Fixed
    ```json machine.json
    {}
    ```
    ## Not reported
    ```json machine.json
    ```
    ## Sources
    ```json machine.json
    ```
    """

  let examples = RuleExample.parse(page)

  @Test func `Only named blocks below the three headings are examples`() {
    #expect(examples.map(\.promise) == [.reported, .reported, .notReported])
    #expect(
      examples.map { $0.files.map(\.path) } == [
        ["machine.json", "run.sh"], ["machine.json"], ["machine.json"],
      ])
    #expect(examples.map { $0.fixed.map(\.path) } == [[], ["machine.json"], []])
  }

  @Test func `Caret lines become ranges in bytes and leave the text`() {
    let file = examples[0].files[0]
    #expect(String(decoding: file.bytes, as: UTF8.self) == "{\"é\": \"ubuntu\"}\n")
    #expect(file.expected.map(\.range) == [ByteRange(8, 14)])
    #expect(file.expected.map(\.message) == ["image `ubuntu` has no tag"])
    #expect(file.expected.map(\.line) == [10])
    #expect(file.line == 9)
  }

  @Test func `An ellipsis after the carets says that the range goes on`() {
    let script = examples[0].files[1]
    #expect(script.expected.map(\.continues) == [true])
    #expect(script.bytes == Array("first\nsecond\n".utf8))
  }

  @Test func `Words of the fence are options of the example`() {
    #expect(examples[0].values(of: "only") == ["docker"])
    #expect(!examples[0].isExact)
    #expect(examples[1].isExact)
    #expect(examples[1].files[0].bytes == Array("```\n".utf8))
    #expect(examples[2].files[0].bytes.isEmpty)
  }
}
