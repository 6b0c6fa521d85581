import { rmSync, readFileSync } from 'node:fs';
import { TraceMap, originalPositionFor } from '@jridgewell/trace-mapping';
const { logIn, startBrowser } = await import('./browser.js');
const { benchPages } = await import('./pages.js');
const { idle, load, number } = await import('./rounds.js');
const { serve } = await import('./serving.js');
const { startPostgres } = await import('../scripts/postgres.mjs');
const { withConversations } = await import('./databases.js');
const root = await benchPages('inbox');
const browser = await startBrowser();
const postgres = await startPostgres();
const database = await withConversations(postgres.url, 'W3');
const server = await serve(database, root);
await logIn(browser, server.url, 'Ingrid Solberg');
const med=(v:number[])=>[...v].sort((a,b)=>a-b)[v.length>>1]!;
const N=Number(process.argv[2]??1); const all:any={floor:[],widget:[]};
const maps = new Map<string, any>();
const where = (f:any) => { if(!f.url) return `(${f.functionName||'native'})`; const file=f.url.split('/dist/cdn/')[1]; if(!file) return f.url.slice(-30)+':'+f.functionName; let m=maps.get(file); if(!m){ try{m=new TraceMap(readFileSync('dist/cdn/'+file+'.map','utf8'));}catch{m=null} maps.set(file,m);} if(!m) return file+':'+f.functionName; const o=originalPositionFor(m,{line:f.lineNumber+1,column:f.columnNumber}); return `${o.source?.replace(/^(\.\.\/)*/,'')}:${o.line} ${o.name ?? f.functionName}`; };
const openAtRest = async (page:any, n:number) => { await page.waitForNetworkIdle(); await idle(page); return number(page, `drive.open(${n})`); };
const tot: Record<string,[number,number]> = {}; let profs=0;
for(let n=0;n<N;n++) for (const kind of ['floor','widget'] as const) {
  const { page, session } = await load(browser, server.url, kind as any, { cpu: 4 });
  const first = await openAtRest(page, 2);
  await page.waitForNetworkIdle(); await idle(page); await new Promise(r=>setTimeout(r,200));
  const trace = n===N-1, prof = kind==='widget' && n>0 && n<N-1;
  if(trace) await page.tracing.start({ categories: ['devtools.timeline','blink.user_timing','v8','disabled-by-default-v8.compile'] });
  if(prof){ await session.send('Profiler.enable'); await session.send('Profiler.setSamplingInterval',{interval:60}); await session.send('Profiler.start'); }
  const t = await page.evaluate(`(async()=>{performance.mark('A'); const t=await drive.open(0); performance.mark('B'); return t})()`) as number;
  if(prof){ profs++; const {profile}=await session.send('Profiler.stop'); const byId=new Map(profile.nodes.map((x:any)=>[x.id,x])); const parent=new Map(); for(const x of profile.nodes) for(const c of x.children??[]) parent.set(c,x.id);
  let startAt=1e9; const isIn=(id:any,re:RegExp)=>{ for(let k:any=id;k;k=parent.get(k)) if(re.test(where(byId.get(k)!.callFrame))) return true; return false; }; profile.samples!.forEach((id:number,i:number)=>{ if(isIn(id,/readResponse/)) startAt=Math.min(startAt,i); }); profile.samples!.forEach((id:number,i:number)=>{ if(i<startAt) return;  const dt=(profile.timeDeltas![i+1]??0)/1000; const seen=new Set<string>(); let f=true; for(let k:any=id;k;k=parent.get(k)){ const key=where(byId.get(k)!.callFrame); if(f){ (tot[key]??=[0,0])[0]+=dt; f=false; } if(!seen.has(key)){seen.add(key);(tot[key]??=[0,0])[1]+=dt;} } }); }
  let out:string[]=[];
  if(trace){ const { traceEvents } = JSON.parse(new TextDecoder().decode(await page.tracing.stop() as any));
      const a=traceEvents.find((e:any)=>e.name==='A'),b=traceEvents.find((e:any)=>e.name==='B');
      const evs=traceEvents.filter((e:any)=>e.pid===a.pid&&e.tid===a.tid&&e.ts>=a.ts&&e.ts<=b.ts&&(e.ph==='X'||e.ph==='I')).sort((x:any,y:any)=>x.ts-y.ts);
      for(const e of evs) if(((e.tdur??e.dur??0)>700 && e.name!=='RunTask')||/Resource|UpdateLayoutTree/.test(e.name)) out.push(((e.ts-a.ts)/1000).toFixed(1).padStart(7)+' '+e.name+' '+((e.dur??0)/1000).toFixed(1)+' '+JSON.stringify(e.args?.elementCount??e.args?.data??e.args).slice(0,80)); }
  console.log(kind, 'first', first.toFixed(0), 'long', t.toFixed(1)); if(!trace&&!prof) all[kind].push(t); if(out.length) console.log(out.join('\n'));
  await page.close();
}
console.log('floor',med(all.floor).toFixed(1),'widget',med(all.widget)?.toFixed(1));
if(profs){ const rows=Object.entries(tot); console.log(' self'); for(const [k,[s]] of rows.sort((a,b)=>b[1][0]-a[1][0]).slice(0,25)) console.log('  ',(s/profs).toFixed(2),k);
console.log(' total'); for(const [k,[,t]] of rows.sort((a,b)=>b[1][1]-a[1][1]).slice(0,70)) console.log('  ',(t/profs).toFixed(2),k); }
await browser.close(); await server.stop(); await postgres.stop(); rmSync(root,{recursive:true});
