import type { Placement, Size } from '../geometry.ts';
import { levelFor, type Pyramid } from '../pyramid.ts';
import type { Renderer } from './renderer.ts';

const VERTEX = `#version 300 es
void main() { gl_Position = vec4(vec2(gl_VertexID == 1 ? 3.0 : -1.0, gl_VertexID == 2 ? 3.0 : -1.0), 0.0, 1.0); }`;

/** The same arithmetic as the processor's: bilinear over integer samples, one look-up, nearest beside padding. */
const FRAGMENT = `#version 300 es
precision highp float;
precision highp int;
precision highp usampler2D;
uniform usampler2D samples;
uniform sampler2D lut;
uniform int level;
uniform vec2 origin;
uniform vec2 pitch;
uniform ivec2 size;
uniform float height;
uniform ivec2 padding;
out vec4 colour;
float at(ivec2 p) { return float(texelFetch(samples, p, level).r); }
bool padded(float v) { int i = int(v); return i >= padding.x && i <= padding.y; }
void main() {
  vec2 screen = vec2(gl_FragCoord.x, height - gl_FragCoord.y);
  vec2 edge = (screen - origin) / pitch;
  if (any(lessThan(edge, vec2(0.0))) || any(greaterThanEqual(edge, vec2(size)))) { colour = vec4(0.0, 0.0, 0.0, 1.0); return; }
  vec2 centre = clamp(edge - 0.5, vec2(0.0), vec2(size - 1));
  ivec2 p = ivec2(floor(centre));
  ivec2 q = min(p + 1, size - 1);
  vec2 w = centre - vec2(p);
  float a = at(p), b = at(ivec2(q.x, p.y)), c = at(ivec2(p.x, q.y)), d = at(q);
  float v = mix(mix(a, b, w.x), mix(c, d, w.x), w.y);
  if (padded(a) || padded(b) || padded(c) || padded(d)) v = w.y < 0.5 ? (w.x < 0.5 ? a : b) : (w.x < 0.5 ? c : d);
  int i = int(v + 0.5);
  colour = vec4(vec3(texelFetch(lut, ivec2(i & 255, i >> 8), 0).r), 1.0);
}`;

const BUDGET = 1_500_000_000;

/** One context for all tiles: browsers give out few of them. */
export class WebGlRenderer implements Renderer {
  readonly name = 'webgl2';
  lost = false;
  private readonly uniforms: Record<string, WebGLUniformLocation | null> = {};
  private readonly textures = new Map<Pyramid, { texture: WebGLTexture; bytes: number }>();
  private readonly lutTexture: WebGLTexture;
  private readonly largest: number;

  static create(onlyHardware: boolean): WebGlRenderer | null {
    const canvas = document.createElement('canvas');
    const gl = canvas.getContext('webgl2', {
      alpha: false,
      antialias: false,
      depth: false,
      preserveDrawingBuffer: true,
      failIfMajorPerformanceCaveat: onlyHardware,
      powerPreference: 'high-performance',
    });
    if (!gl || (onlyHardware && isSoftware(gl))) return null;
    try {
      return new WebGlRenderer(canvas, gl);
    } catch {
      return null;
    }
  }

  private constructor(
    private readonly canvas: HTMLCanvasElement,
    private readonly gl: WebGL2RenderingContext,
  ) {
    const program = linked(gl);
    gl.useProgram(program);
    for (const name of ['samples', 'lut', 'level', 'origin', 'pitch', 'size', 'height', 'padding']) {
      this.uniforms[name] = gl.getUniformLocation(program, name);
    }
    gl.uniform1i(this.uniforms.samples, 0);
    gl.uniform1i(this.uniforms.lut, 1);
    gl.pixelStorei(gl.UNPACK_ALIGNMENT, 1);
    gl.bindVertexArray(gl.createVertexArray());
    this.lutTexture = nearest(gl, gl.TEXTURE1);
    this.largest = gl.getParameter(gl.MAX_TEXTURE_SIZE);
    canvas.addEventListener('webglcontextlost', () => (this.lost = true));
  }

  holds(pyramid: Pyramid, size: Size): boolean {
    const { columns, rows } = pyramid.levels[0];
    return Math.max(columns, rows, size.width, size.height) <= this.largest;
  }

  render(pyramid: Pyramid, size: Size, placement: Placement, lut: Uint8Array<ArrayBuffer>): HTMLCanvasElement {
    const { gl, uniforms } = this;
    this.resize(size);
    gl.activeTexture(gl.TEXTURE1);
    gl.bindTexture(gl.TEXTURE_2D, this.lutTexture);
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.R8, 256, 256, 0, gl.RED, gl.UNSIGNED_BYTE, lut);
    gl.activeTexture(gl.TEXTURE0);
    gl.bindTexture(gl.TEXTURE_2D, this.textureOf(pyramid));
    const at = levelFor(pyramid, Math.max(Math.abs(placement.sx), Math.abs(placement.sy)));
    const level = pyramid.levels[at];
    gl.uniform1i(uniforms.level, at);
    gl.uniform2f(uniforms.origin, placement.x, placement.y);
    gl.uniform2f(uniforms.pitch, placement.sx * 2 ** at, placement.sy * 2 ** at);
    gl.uniform2i(uniforms.size, level.columns, level.rows);
    gl.uniform1f(uniforms.height, size.height);
    gl.uniform2i(uniforms.padding, pyramid.padding?.[0] ?? -1, pyramid.padding?.[1] ?? -1);
    gl.drawArrays(gl.TRIANGLES, 0, 3);
    return this.canvas;
  }

  forget(pyramid: Pyramid): void {
    const held = this.textures.get(pyramid);
    if (!held) return;
    this.gl.deleteTexture(held.texture);
    this.textures.delete(pyramid);
  }

  private resize(size: Size): void {
    if (this.canvas.width !== size.width) this.canvas.width = size.width;
    if (this.canvas.height !== size.height) this.canvas.height = size.height;
    this.gl.viewport(0, 0, size.width, size.height);
  }

  private textureOf(pyramid: Pyramid): WebGLTexture {
    const held = this.textures.get(pyramid) ?? this.uploaded(pyramid);
    this.textures.delete(pyramid);
    this.textures.set(pyramid, held);
    return held.texture;
  }

  private uploaded(pyramid: Pyramid): { texture: WebGLTexture; bytes: number } {
    const { gl } = this;
    const texture = nearest(gl, gl.TEXTURE0);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAX_LEVEL, pyramid.levels.length - 1);
    let bytes = 0;
    pyramid.levels.forEach((level, i) => {
      gl.texImage2D(gl.TEXTURE_2D, i, gl.R16UI, level.columns, level.rows, 0, gl.RED_INTEGER, gl.UNSIGNED_SHORT, level.samples);
      bytes += level.samples.byteLength;
    });
    this.makeRoom(bytes);
    return { texture, bytes };
  }

  private makeRoom(bytes: number): void {
    let sum = bytes;
    for (const held of this.textures.values()) sum += held.bytes;
    for (const [pyramid, held] of this.textures) {
      if (sum <= BUDGET) return;
      sum -= held.bytes;
      this.forget(pyramid);
    }
  }
}

function nearest(gl: WebGL2RenderingContext, unit: number): WebGLTexture {
  const texture = gl.createTexture()!;
  gl.activeTexture(unit);
  gl.bindTexture(gl.TEXTURE_2D, texture);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, unit === gl.TEXTURE0 ? gl.NEAREST_MIPMAP_NEAREST : gl.NEAREST);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.NEAREST);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_S, gl.CLAMP_TO_EDGE);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_T, gl.CLAMP_TO_EDGE);
  return texture;
}

function linked(gl: WebGL2RenderingContext): WebGLProgram {
  const program = gl.createProgram()!;
  for (const [type, source] of [[gl.VERTEX_SHADER, VERTEX], [gl.FRAGMENT_SHADER, FRAGMENT]] as const) {
    const shader = gl.createShader(type)!;
    gl.shaderSource(shader, source);
    gl.compileShader(shader);
    gl.attachShader(program, shader);
  }
  gl.linkProgram(program);
  if (!gl.getProgramParameter(program, gl.LINK_STATUS)) throw new Error(`shader: ${gl.getProgramInfoLog(program)}`);
  return program;
}

function isSoftware(gl: WebGL2RenderingContext): boolean {
  const info = gl.getExtension('WEBGL_debug_renderer_info');
  const name = info ? String(gl.getParameter(info.UNMASKED_RENDERER_WEBGL)) : '';
  return /swiftshader|llvmpipe|software|basic render/i.test(name);
}
