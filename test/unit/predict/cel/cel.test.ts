import { describe, expect, it } from 'vitest';
import { createCel } from '../../../../src/core/predict/cel/create-cel.ts';
import { INT, listOf, objectOf, STRING } from '../../../../src/core/predict/cel/type.ts';
import type { PlainValue } from '../../../../src/core/yaml/to-value.ts';

const cel = createCel();

function answer(rule: string, self: PlainValue = null, oldSelf?: PlainValue): unknown {
  const program = cel.compileRule(rule);
  return 'error' in program ? program.error : cel.evaluate(program, { self, ...(oldSelf !== undefined && { oldSelf }) });
}

describe('expressions of the API server', () => {
  it.each([
    ['1 + 2 * 3 == 7'],
    ['7 / 2 == 3 && -7 / 2 == -3 && 7 % 3 == 1'],
    ['dyn(1) == 1.0 && 2.5 > 2 && 1u < 2'],
    ['"a" + "b" == "ab" && [1] + [2] == [1, 2]'],
    ['{"a": 1}["a"] == 1 && "a" in {"a": 1} && 2 in [1, 2]'],
    ['[1, 2, 3].all(x, x > 0) && [1, 2].exists(x, x == 2) && [1, 2, 2].exists_one(x, x == 1)'],
    ['[1, 2, 3].filter(x, x > 1).map(x, x * 2) == [4, 6] && [1, 2].map(x, x > 1, x) == [2]'],
    ['{"a": 1}.all(k, k == "a") && {"a": 1}.map(k, k) == ["a"]'],
    ['true || 1 / 0 == 1'],
    ['1 / 0 == 1 || true'],
    ['[0, 1].exists(x, 1 / x == 1)'],
    ['size("äöü") == 3 && "héllo".size() == 5'],
    ['"hello".substring(1, 3) == "el" && "a,b".split(",") == ["a", "b"] && ["a", "b"].join("-") == "a-b"'],
    ['"Abc".lowerAscii() == "abc" && " x ".trim() == "x" && "abc".reverse() == "cba" && "abc".charAt(1) == "b"'],
    ['"aXbX".replace("X", "-") == "a-b-" && "aXbX".replace("X", "-", 1) == "a-bX" && "tacocat".lastIndexOf("c") == 4'],
    ['"a1b22".find("[0-9]+") == "1" && "a1b22".findAll("[0-9]+") == ["1", "22"] && "a1b22".findAll("[0-9]+", 1) == ["1"]'],
    ['"%s is %d".format(["x", 3]) == "x is 3" && "%.2f".format([1.5]) == "1.50"'],
    ['[1, 2].sum() == 3 && [3, 1].max() == 3 && [3, 1].min() == 1 && [1, 2].isSorted() && [1, 2, 1].lastIndexOf(1) == 2'],
    ['sets.contains([1, 2], [1]) && sets.equivalent([1, 1], [1]) && !sets.intersects([1], [2])'],
    ['quantity("1Gi").isGreaterThan(quantity("1G")) && isQuantity("5m") && !isQuantity("x") && quantity("1") == quantity("1000m")'],
    ['quantity("2").add(1).compareTo(quantity("3")) == 0 && quantity("50k").asInteger() == 50000 && quantity("-1").sign() == -1'],
    ['url("https://a.b:8080/c?x=1").getHost() == "a.b:8080" && url("https://a.b:8080/").getPort() == "8080" && !isURL("a b")'],
    ['url("https://a.b/c?x=1&x=2").getQuery()["x"] == ["1", "2"] && url("https://[::1]:80/").getHostname() == "::1"'],
    ['ip("10.0.0.1").family() == 4 && isIP("::1") && !isIP("10.0.0.256") && ip("127.0.0.1").isLoopback() && ip.isCanonical("::1")'],
    ['cidr("10.0.0.0/8").containsIP("10.1.2.3") && cidr("10.0.0.0/8").containsCIDR("10.1.0.0/16") && cidr("10.1.2.3/8").masked() == cidr("10.0.0.0/8")'],
    ['string(ip("2001:db8:0:0::1")) == "2001:db8::1" && cidr("fd00::/8").prefixLength() == 8'],
    ['semver("1.2.3").isLessThan(semver("1.10.0")) && isSemver("1.0.0-rc.1") && !isSemver("1.0") && isSemver("v1.0", true)'],
    ['!format.dns1123Label().validate("abc").hasValue() && format.named("uuid").value().validate("x").hasValue()'],
    ['optional.of(1).orValue(2) == 1 && optional.none().orValue(2) == 2 && {"a": 1}[?"b"].orValue(3) == 3'],
    ['duration("1h") > duration("59m") && timestamp("2024-01-01T00:00:00Z") + duration("24h") == timestamp("2024-01-02T00:00:00Z")'],
    ['timestamp("2024-02-03T04:05:06Z").getMonth() == 1 && timestamp("2024-02-03T04:05:06Z").getHours("+02:00") == 6'],
    ['[1, 2].transformList(i, v, i * v) == [0, 2] && {"a": 1}.transformMap(k, v, v + 1) == {"a": 2} && [4, 5].exists(i, v, i == 1 && v == 5)'],
    ['cel.bind(x, 2, x * x) == 4'],
    ['type(1) == int && type("") == string && dyn(1) == 1'],
    ['int("42") == 42 && double("1.5") == 1.5 && string(3) == "3" && bool("true")'],
    ['"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!".matches("^(a+)+$") == false'],
  ])('%s', rule => {
    expect(answer(rule)).toBe('true');
  });

  it('reads fields of what it is about, escaped names too', () => {
    const self = { a: { b: [{ n: 1 }] }, namespace: 'shop', 'x-y': 1, none: null };
    expect(answer('self.a.b[0].n == 1 && has(self.a.b) && !has(self.a.c)', self)).toBe('true');
    expect(answer('self.__namespace__ == "shop" && self.x__dash__y == 1', self)).toBe('true');
    expect(answer('self.?a.?c.orValue("none") == "none"', self)).toBe('true');
    expect(answer('self.a.c == 1', self)).toEqual({ error: 'no such key: c' });
    expect(answer('self.a.b == oldSelf', self, [{ n: 1 }])).toBe('true');
  });

  it('answers unknown where a placeholder decides', () => {
    const self = { mode: '${MODE}', kind: 'Service' };
    expect(answer('self.mode == "a"', self)).toBe('unknown');
    expect(answer('self.mode == "a" || self.kind == "Service"', self)).toBe('true');
    expect(answer('self.mode == "a" && self.kind == "Pod"', self)).toBe('false');
    expect(answer('[self.kind].all(x, x == self.mode)', self)).toBe('unknown');
  });

  it('stops what never ends', () => {
    const self = Array.from({ length: 200 }, (_, index) => index);
    expect(answer('self.all(a, self.all(b, self.all(c, self.all(d, a + b + c + d >= 0))))', self)).toBe('unknown');
    expect(answer(Array.from({ length: 3000 }, () => '1').join('+') + ' > 0')).toBeDefined();
  });

  it.each([
    ['foo(1)', "ERROR: <input>:1:4: undeclared reference to 'foo' (in container '')\n | foo(1)\n | ...^"],
    ['other', "ERROR: <input>:1:1: undeclared reference to 'other' (in container '')\n | other\n | ^"],
    ['self.', "ERROR: <input>:1:6: Syntax error: no viable alternative at input '.'\n | self.\n | .....^"],
    ['1 + "a" == 2', "ERROR: <input>:1:3: found no matching overload for '_+_' applied to '(int, string)'\n | 1 + \"a\" == 2\n | ..^"],
    ['"a".size("b") == 1', 'ERROR: <input>:1:9: found no matching overload for \'size\' applied to \'string.(string)\'\n | "a".size("b") == 1\n | ........^'],
    ['"a".matches("(") == true', 'ERROR: <input>:1:13: invalid matches argument\n | "a".matches("(") == true\n | ............^'],
    ['duration("1x") > duration("1s")', 'ERROR: <input>:1:10: invalid duration argument\n | duration("1x") > duration("1s")\n | .........^'],
  ])('refuses %s in the words of the checker', (rule, error) => {
    expect(answer(rule)).toBe(error);
  });

  it('knows the types of what it is about', () => {
    const self = objectOf('object', { name: STRING, ports: listOf(objectOf('object', { port: INT })) });
    expect(cel.compile('self.ports.all(p, p.port > 0 && p.port < 65536)', { self })).toMatchObject({ type: { kind: 'bool' } });
    expect(cel.compile('self.ports.all(p, p.number > 0)', { self })).toMatchObject({ issues: [{ at: 19, message: "undefined field 'number'" }] });
    expect(cel.compile('self.name.size', { self })).toMatchObject({ issues: [{ message: "type 'string' does not support field selection" }] });
    expect(cel.compile('self.name == 1', { self })).toMatchObject({
      issues: [{ message: "found no matching overload for '_==_' applied to '(string, int)'" }],
    });
  });

  it.each([
    ['self.all(x, x == "abc")', 10, 52],
    ['self.all(x, self.all(y, x == y))', 10, 752],
    ['self.exists(x, x.startsWith("a"))', 10, 62],
    ['has(self.a) ? 1 == 1 : true', 0, 2],
  ])('estimates what %s costs at most', (rule, most, cost) => {
    const self = { ...listOf({ ...STRING, most: 20 }), most };
    expect(cel.compile(rule, rule.startsWith('has') ? { self: objectOf('object', { a: INT }) } : { self })).toMatchObject({ cost });
  });
});
